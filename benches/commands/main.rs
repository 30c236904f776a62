//! Wall time and peak memory of whole commands on synthetic repositories, as a user meets them.
//!
//!     cargo bench --bench commands -- [--stacks N]… [--components N] [--templates] [--runs N] [--write DIR]
//!
//! `--write DIR` writes the repository of the last size there and measures nothing. `docs/performance.md` has figures.

mod repo;

use repo::Size;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

const COMMANDS: [(&str, &[&str]); 6] = [
    ("gaia --version", &["--version"]),
    ("gaia alone", &[]),
    ("list stacks", &["list", "stacks"]),
    ("describe component", &["describe", "component", "component-005", "-s", "tenant000-ue1-dev", "--format", "json"]),
    ("validate stacks", &["validate", "stacks"]),
    ("describe stacks, json", &["describe", "stacks", "--format", "json"]),
];

struct Options {
    stacks: Vec<usize>,
    components: usize,
    templates: bool,
    runs: usize,
    write: Option<PathBuf>,
}

impl Options {
    fn parse() -> Result<Self, Box<dyn Error>> {
        let mut options = Options { stacks: vec![], components: 20, templates: false, runs: 5, write: None };
        let mut arguments = env::args().skip(1);
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().ok_or(format!("`{argument}` needs a value"));
            match argument.as_str() {
                "--stacks" => options.stacks.push(value()?.parse()?),
                "--components" => options.components = value()?.parse()?,
                "--runs" => options.runs = value()?.parse()?,
                "--write" => options.write = Some(value()?.into()),
                "--templates" => options.templates = true,
                // What `cargo bench` and `cargo test --benches` add by themselves.
                "--bench" | "--test" => {}
                other => return Err(format!("unknown argument `{other}`").into()),
            }
        }
        if options.stacks.is_empty() {
            options.stacks = vec![10, 100, 1000];
        }
        Ok(options)
    }

    fn size(&self, stacks: usize) -> Size {
        Size { stacks, components: self.components, templates: self.templates }
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let options = Options::parse()?;
    if let (Some(out), Some(stacks)) = (&options.write, options.stacks.last()) {
        options.size(*stacks).write(out)?;
        return Ok(());
    }
    println!("| stacks | command | fastest | median | peak memory | output |");
    println!("|---|---|---|---|---|---|");
    for stacks in &options.stacks {
        let folder = tempfile::tempdir()?;
        options.size(*stacks).write(folder.path())?;
        for (name, arguments) in COMMANDS {
            let mut samples = Vec::new();
            for _ in 0..options.runs.max(1) {
                samples.push(measure(folder.path(), arguments)?);
            }
            samples.sort_by_key(|sample| sample.wall);
            let (fastest, median) = (&samples[0], &samples[samples.len() / 2]);
            let memory = samples.iter().filter_map(|sample| sample.peak_kib).max();
            println!(
                "| {stacks} | {name} | {} | {} | {} | {} |",
                milliseconds(fastest.wall),
                milliseconds(median.wall),
                memory.map_or("?".into(), |kib| format!("{} MB", kib / 1024)),
                bytes(fastest.output),
            );
        }
    }
    Ok(())
}

struct Sample {
    wall: Duration,
    peak_kib: Option<u64>,
    output: u64,
}

fn measure(folder: &Path, arguments: &[&str]) -> Result<Sample, Box<dyn Error>> {
    let out = folder.join("stdout");
    let mut command = Command::new(env!("CARGO_BIN_EXE_gaia"));
    command
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(fs::File::create(&out)?)
        .stderr(Stdio::null());
    let start = Instant::now();
    let mut child = command.spawn()?;
    // The kernel forgets a process with its last thread, so its peak is read until it is gone.
    let mut peak_kib = None;
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        peak_kib = peak_memory(child.id()).max(peak_kib);
        thread::sleep(Duration::from_micros(500));
    };
    let wall = start.elapsed();
    if !status.success() {
        return Err(format!("gaia {}: {status}", arguments.join(" ")).into());
    }
    Ok(Sample { wall, peak_kib, output: fs::metadata(&out)?.len() })
}

/// The most memory that a process has held so far, in KiB, where the system tells (Linux).
fn peak_memory(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
}

fn milliseconds(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1000.0)
}

fn bytes(count: u64) -> String {
    if count < 1_000_000 { format!("{count} B") } else { format!("{} MB", count / 1_000_000) }
}
