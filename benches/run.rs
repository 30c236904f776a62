//! What gaia itself adds to a run: the time of a whole stack, less that of the processes on its longest way.
//!
//!     cargo bench --bench run -- [--waves N] [--wide N] [--seconds S] [--runs N]
//!
//! Each component is a process that sleeps. `docs/performance.md` has figures.

use std::error::Error;
use std::fmt::Write as _;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;
use std::{env, fs};

const ATMOS_YAML: &str = "
base_path: .
stacks: {base_path: stacks, included_paths: ['deploy/**/*'], name_pattern: '{stage}'}
components: {terraform: {base_path: components/terraform}}
";

/// A repository whose stack has so many waves of so many components, and an `atmos` that sleeps and notes for how long.
fn write(root: &Path, waves: usize, wide: usize, seconds: f64) -> Result<(), Box<dyn Error>> {
    let mut manifest = String::from("vars: {stage: dev}\ncomponents:\n  terraform:\n");
    for wave in 0..waves {
        for n in 0..wide {
            let name = format!("c{wave}-{n}");
            fs::create_dir_all(root.join("components/terraform").join(&name))?;
            let after = wave.checked_sub(1).map(|before| format!("{{name: c{before}-{n}}}")).unwrap_or_default();
            writeln!(manifest, "    {name}: {{dependencies: {{components: [{after}]}}}}")?;
        }
    }
    fs::create_dir_all(root.join("stacks/deploy"))?;
    fs::create_dir_all(root.join("bin"))?;
    fs::write(root.join("atmos.yaml"), ATMOS_YAML)?;
    fs::write(root.join("stacks/deploy/dev.yaml"), manifest)?;
    let times = root.join("times");
    let script = format!(
        "#!/bin/sh\nbegun=$(date +%s%N)\nsleep {seconds}\necho 'No changes.'\n\
         echo \"$3 $(($(date +%s%N) - begun))\" >> {}\n",
        times.display()
    );
    let atmos = root.join("bin/atmos");
    fs::write(&atmos, script)?;
    fs::set_permissions(&atmos, fs::Permissions::from_mode(0o755))?;
    Ok(())
}

/// The longest way through the components, in seconds: the slowest of the columns, each wave of which waits for the one
/// before.
fn longest_way(root: &Path) -> Result<f64, Box<dyn Error>> {
    let mut columns = std::collections::BTreeMap::<String, f64>::new();
    for line in fs::read_to_string(root.join("times"))?.lines() {
        let (name, nanoseconds) = line.split_once(' ').ok_or("a line of another form")?;
        let (_, column) = name.split_once('-').ok_or("a component of another name")?;
        *columns.entry(column.to_owned()).or_default() += nanoseconds.parse::<f64>()? / 1e9;
    }
    Ok(columns.into_values().fold(0.0, f64::max))
}

fn main() -> Result<(), Box<dyn Error>> {
    let (mut waves, mut wide, mut seconds, mut runs) = (5, 4, 1.0, 5);
    let mut arguments = env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("`{argument}` needs a value"));
        match argument.as_str() {
            "--waves" => waves = value()?.parse()?,
            "--wide" => wide = value()?.parse()?,
            "--seconds" => seconds = value()?.parse()?,
            "--runs" => runs = value()?.parse()?,
            // what `cargo bench` and `cargo test --benches` add by themselves
            "--bench" | "--test" => {}
            other => return Err(format!("unknown argument `{other}`").into()),
        }
    }
    let dir = tempfile::tempdir()?;
    let root = dir.path().canonicalize()?;
    write(&root, waves, wide, seconds)?;
    let path = env::join_paths([root.join("bin"), "/usr/bin".into(), "/bin".into()])?;
    println!("{waves} waves of {wide} components, {seconds} s each\n");
    println!("| run | longest way | whole run | gaia's own |\n|---|---|---|---|");
    let mut shares = Vec::new();
    for run in 1..=runs {
        fs::remove_file(root.join("times")).ok();
        let begun = Instant::now();
        let status = Command::new(env!("CARGO_BIN_EXE_gaia"))
            .args(["plan", "-s", "dev", "-p", &wide.to_string(), "--quiet"])
            .current_dir(&root)
            .env("PATH", &path)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .status()?;
        let whole = begun.elapsed().as_secs_f64();
        if !status.success() {
            return Err(format!("gaia failed: {status}").into());
        }
        let way = longest_way(&root)?;
        let share = (whole - way) / way * 100.0;
        shares.push(share);
        println!("| {run} | {way:.3} s | {whole:.3} s | {share:.1} % |");
    }
    shares.sort_by(f64::total_cmp);
    println!("\nmedian: {:.1} %", shares[shares.len() / 2]);
    Ok(())
}
