//! A proxy before a server, which makes one call fail: before or after it takes effect, by silence, or by killing gaia.

#![allow(dead_code, reason = "each test target uses a part")]

use crate::moto;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What happens to a call.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Fault {
    /// It is refused.
    Before,
    /// It takes effect, and is answered with a refusal.
    After,
    /// It takes no effect and is never answered.
    Silence,
    /// It takes effect and is never answered.
    LateSilence,
    /// gaia dies before it takes effect.
    KillBefore,
    /// gaia dies after it took effect.
    KillAfter,
}

/// A call, as a fault is looked for.
pub(crate) struct Call<'a> {
    pub(crate) method: &'a str,
    pub(crate) path: &'a str,
    pub(crate) target: &'a str,
    pub(crate) body: &'a str,
}

/// Whether a call is the one that meets a fault.
pub(crate) type Is = fn(&Call<'_>) -> bool;

type Matches = Box<dyn Fn(&Call<'_>) -> bool + Send + Sync>;

/// What the proxy is to do, and to whom.
#[derive(Default)]
pub(crate) struct Trap {
    /// The next call that matches meets this fault; every such call of the same words does, so that trying again does
    /// not help.
    armed: Mutex<Option<(Fault, Matches)>>,
    victim: Mutex<Option<u32>>,
    sprung: Mutex<u32>,
    /// The end of the calls' target, what stands in their answers, and what is told instead.
    disguise: Mutex<Option<(&'static str, &'static str, &'static str)>>,
}

impl Trap {
    pub(crate) fn arm(&self, fault: Fault, matches: impl Fn(&Call<'_>) -> bool + Send + Sync + 'static) {
        *self.armed.lock().unwrap() = Some((fault, Box::new(matches)));
    }

    pub(crate) fn disarm(&self) {
        *self.armed.lock().unwrap() = None;
    }

    /// Tells something else in the answers to calls of a target: what the server behind cannot be made to tell.
    pub(crate) fn disguise(&self, target: &'static str, text: &'static str, other: &'static str) {
        *self.disguise.lock().unwrap() = Some((target, text, other));
    }

    fn disguised(&self, target: &str, answer: Vec<u8>) -> Vec<u8> {
        let Some((end, text, other)) = *self.disguise.lock().unwrap() else { return answer };
        let whole = String::from_utf8_lossy(&answer);
        let Some((_, body)) = whole.split_once("\r\n\r\n").filter(|_| target.ends_with(end)) else { return answer };
        assert!(body.contains(text), "{end} does not tell {text}: {body}");
        let body = body.replace(text, other);
        let head =
            "HTTP/1.1 200 OK\r\ncontent-type: application/x-amz-json-1.1\r\nconnection: close\r\ncontent-length: ";
        format!("{head}{}\r\n\r\n{body}", body.len()).into_bytes()
    }

    /// The process that is killed.
    pub(crate) fn aim(&self, process: u32) {
        *self.victim.lock().unwrap() = Some(process);
    }

    /// How many calls met the fault.
    pub(crate) fn sprung(&self) -> u32 {
        *self.sprung.lock().unwrap()
    }

    fn fault(&self, call: &Call<'_>) -> Option<Fault> {
        let armed = self.armed.lock().unwrap();
        let (fault, matches) = armed.as_ref()?;
        matches(call).then(|| {
            *self.sprung.lock().unwrap() += 1;
            *fault
        })
    }

    fn kill(&self) {
        // the test tells the process as soon as it is started
        for _ in 0..100 {
            if let Some(process) = *self.victim.lock().unwrap() {
                let process = rustix::process::Pid::from_raw(i32::try_from(process).unwrap()).unwrap();
                let _ = rustix::process::kill_process(process, rustix::process::Signal::KILL);
                return;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

/// How the server behind is reached.
pub(crate) type Dial = Arc<dyn Fn(&[u8]) -> Vec<u8> + Send + Sync>;

/// A proxy.
pub(crate) struct Proxy {
    pub(crate) url: String,
    pub(crate) trap: Arc<Trap>,
}

impl Proxy {
    pub(crate) fn start(dial: Dial) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let trap = Arc::<Trap>::default();
        let shared = Arc::clone(&trap);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (trap, dial) = (Arc::clone(&shared), Arc::clone(&dial));
                std::thread::spawn(move || serve(stream, &trap, &dial));
            }
        });
        Proxy { url, trap }
    }

    /// A proxy before moto's server.
    pub(crate) fn before_aws() -> Self {
        Self::start(Arc::new(move |request| {
            let (address, _alone) = (moto::address(), moto::alone());
            let Ok(mut stream) = TcpStream::connect(address) else { return Vec::new() };
            let mut answer = Vec::new();
            let _ = stream.write_all(request).and_then(|()| stream.read_to_end(&mut answer));
            answer
        }))
    }
}

fn serve(mut stream: TcpStream, trap: &Trap, dial: &Dial) {
    let Some((head, headers, body)) = read(&stream) else { return };
    let mut words = head.split_whitespace();
    let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let target = headers.get("x-amz-target").map_or("", String::as_str);
    let text = String::from_utf8_lossy(&body);
    let fault = trap.fault(&Call { method, path, target, body: &text });
    let mut request = format!("{head}\r\nconnection: close\r\n");
    for (name, value) in headers
        .iter()
        .filter(|(name, _)| !matches!(name.as_str(), "connection" | "transfer-encoding" | "content-length"))
    {
        let _ = write!(request, "{name}: {value}\r\n");
    }
    let _ = write!(request, "content-length: {}\r\n\r\n", body.len());
    let mut request = request.into_bytes();
    request.extend(&body);
    let refusal = || {
        let body = r#"{"__type":"AccessDeniedException","message":"refused by the test","kind":"Status","status":"Failure","code":403,"reason":"Forbidden","metadata":{}}"#;
        format!(
            "HTTP/1.1 403 Forbidden\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
            body.len()
        )
        .into_bytes()
    };
    let answer = match fault {
        None => trap.disguised(target, dial(&request)),
        Some(Fault::Before) => refusal(),
        Some(Fault::After) => {
            dial(&request);
            refusal()
        }
        Some(Fault::Silence) => return std::thread::sleep(Duration::from_secs(20)),
        Some(Fault::LateSilence) => {
            dial(&request);
            return std::thread::sleep(Duration::from_secs(20));
        }
        Some(Fault::KillBefore) => return trap.kill(),
        Some(Fault::KillAfter) => {
            dial(&request);
            return trap.kill();
        }
    };
    let _ = stream.write_all(&answer);
}

/// The first line, the headers and the body of a request.
fn read(stream: &TcpStream) -> Option<(String, BTreeMap<String, String>, Vec<u8>)> {
    let mut reader = BufReader::new(stream);
    let mut head = String::new();
    reader.read_line(&mut head).ok()?;
    let mut headers = BTreeMap::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim().split_once(':') else { break };
        headers.insert(name.to_ascii_lowercase(), value.trim().to_owned());
    }
    let mut body = Vec::new();
    if headers.get("transfer-encoding").is_some_and(|encoding| encoding == "chunked") {
        loop {
            let mut size = String::new();
            reader.read_line(&mut size).ok()?;
            let size = usize::from_str_radix(size.trim(), 16).ok()?;
            let mut chunk = vec![0; size + 2];
            reader.read_exact(&mut chunk).ok()?;
            body.extend_from_slice(&chunk[..size]);
            if size == 0 {
                break;
            }
        }
    } else {
        let length = headers.get("content-length").and_then(|text| text.parse().ok()).unwrap_or(0);
        body = vec![0; length];
        reader.read_exact(&mut body).ok()?;
    }
    let head = head.trim_end().to_owned();
    (!head.is_empty()).then_some((head, headers, body))
}
