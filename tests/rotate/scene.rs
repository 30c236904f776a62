//! A certificate in use, and a new one to take its place.

#![allow(dead_code, reason = "each test target uses a part")]

use crate::authority::{Authority, Made, Wish};
use crate::aws;
use crate::proxy::Proxy;
use crate::support::{Repo, Run};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::sync::atomic::{AtomicU32, Ordering};

/// The scene of a test: a secret and a certificate of ACM of its own, both with the old certificate.
pub(crate) struct Scene {
    pub(crate) repo: Repo,
    pub(crate) authority: Authority,
    pub(crate) old: Made,
    pub(crate) new: Made,
    pub(crate) secret: String,
    pub(crate) arn: String,
    pub(crate) proxy: Proxy,
}

impl Scene {
    pub(crate) fn new() -> Self {
        Self::of(&Wish::default(), &Wish { to_days: 180, ..Wish::default() })
    }

    pub(crate) fn of(old: &Wish, new: &Wish) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let authority = Authority::new();
        let (old, new) = (authority.issue(old), authority.issue(new));
        let secret = format!("certificates/www-{}", NUMBER.fetch_add(1, Ordering::Relaxed));
        aws::secret(&secret, &old, &authority.intermediate);
        let arn = aws::import(&old, &authority.intermediate);
        let proxy = Proxy::before_aws();
        let repo = Repo::empty()
            .file("new.crt", &new.cert)
            .file("new.key", &new.key)
            .file("chain.pem", &authority.intermediate)
            .file("root.pem", &authority.root)
            .variable("AWS_ACCESS_KEY_ID", "AKIATEST")
            .variable("AWS_SECRET_ACCESS_KEY", "secret")
            .variable("AWS_REGION", "eu-west-1")
            .variable("AWS_EC2_METADATA_DISABLED", "true")
            .variable("AWS_MAX_ATTEMPTS", "1")
            .variable("TMPDIR", "tmp")
            .variable("RUST_BACKTRACE", "0");
        std::fs::create_dir(repo.path().join("tmp")).unwrap();
        Scene { repo, authority, old, new, secret, arn, proxy }
    }

    /// The words of a rotation.
    pub(crate) fn words(&self) -> Vec<&str> {
        vec![
            "cert",
            "rotate",
            "--cert",
            "new.crt",
            "--key",
            "new.key",
            "--chain",
            "chain.pem",
            "--ca",
            "root.pem",
            "--secret",
            &self.secret,
            "--acm-arn",
            &self.arn,
            "--endpoint-url",
            &self.proxy.url,
            "--call-timeout",
            "2s",
            "--verify-timeout",
            "15s",
        ]
    }

    pub(crate) fn rotate(&self, more: &[&str]) -> Run {
        self.run(&[&self.words(), more].concat())
    }

    /// Runs gaia, aimed at by the trap.
    pub(crate) fn run(&self, words: &[&str]) -> Run {
        let mut command = self.repo.command(words);
        command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
        let child = command.spawn().unwrap();
        self.proxy.trap.aim(child.id());
        let output = child.wait_with_output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Run { code: output.status.code().unwrap_or(-1), stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    /// Where every store is: on the old certificate or the new one, with the key that fits.
    #[track_caller]
    pub(crate) fn holds(&self) -> &'static str {
        let body = aws::current(&self.secret);
        assert_eq!(body["owner"], "somebody", "fields of others stay");
        let unix = |text: &str| text.replace("\r\n", "\n");
        let side = |made: &Made, with_chain: &str| {
            unix(with_chain) == unix(&format!("{}{}", made.cert, self.authority.intermediate))
        };
        let text = body["tls.crt"].as_str().unwrap();
        let (made, name) = match () {
            () if side(&self.old, text) => (&self.old, "old"),
            () if side(&self.new, text) => (&self.new, "new"),
            () => panic!("the secret holds neither"),
        };
        assert_eq!(unix(body["tls.key"].as_str().unwrap()), unix(&made.key), "the key fits");
        assert_eq!(
            unix(aws::imported(&self.arn).trim_end()),
            unix(made.cert.trim_end()),
            "ACM holds the {name} one too"
        );
        assert_eq!(aws::stages(&self.secret), ["AWSCURRENT"], "no marks are left");
        name
    }

    /// Neither what runs wrote, temporary files included, nor what they printed shows a key.
    #[track_caller]
    pub(crate) fn keeps_secrets(&self, what: &str, run: &Run) {
        let forms: Vec<Vec<u8>> = [&self.old, &self.new].into_iter().flat_map(forms).collect();
        let shows = |text: &[u8]| forms.iter().any(|form| text.windows(form.len()).any(|part| part == form));
        // the search finds what it is to find
        assert!(shows(self.new.key.as_bytes()) && shows(&self.new.key_der));
        assert!(!shows(run.stdout.as_bytes()) && !shows(run.stderr.as_bytes()), "{what}: a key was printed");
        let files = walkdir::WalkDir::new(self.repo.path()).into_iter().flatten();
        let written =
            files.filter(|file| file.file_type().is_file() && file.path().extension() != Some("key".as_ref()));
        for file in written {
            assert!(!shows(&std::fs::read(file.path()).unwrap()), "{what}: a key is in {}", file.path().display());
        }
    }

    /// Everything that runs wrote below the repository, but for the inputs of the test.
    pub(crate) fn written(&self) -> String {
        let files = walkdir::WalkDir::new(self.repo.path().join(".gaia")).into_iter().flatten();
        let read = files.filter_map(|file| std::fs::read(file.path()).ok());
        read.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).collect()
    }
}

/// The forms in which a key would show: its bytes, in hexadecimal, in base64, and in base64 once more as Kubernetes has it.
fn forms(key: &Made) -> Vec<Vec<u8>> {
    // the middle of the secret number, wherever a form begins
    let secret = &key.key_der[40..60];
    let hexadecimal = secret.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"));
    let line = key.key.lines().nth(1).unwrap();
    let twice = (0..3).map(|cut| STANDARD.encode(&line.as_bytes()[cut..]).as_bytes()[4..28].to_vec());
    let once = [secret.to_vec(), hexadecimal.into_bytes(), line.as_bytes().to_vec(), b"PRIVATE KEY".to_vec()];
    once.into_iter().chain(twice).collect()
}
