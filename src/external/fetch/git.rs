//! Repositories, fetched by the program `git`: shallow, without asking anybody, and with the environment's tokens for
//! GitHub, GitLab and Bitbucket, as Atmos gives them.

use crate::error::{Error, Kind, Result};
use crate::external::Environment;
use crate::external::process::{Finished, Invocation, Runner, System};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::ffi::OsString;
use std::path::Path;

/// A repository at a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Repository {
    url: String,
    /// A branch, a tag or a commit; without it the default branch.
    reference: Option<String>,
    /// How many commits to fetch; one is enough for its files.
    depth: Option<u32>,
}

/// The tokens that a host may be given, with the user's name that goes with them.
const TOKENS: [(&str, &str, &[&str]); 3] = [
    ("github.com", "x-access-token", &["ATMOS_PRO_GITHUB_TOKEN", "ATMOS_GITHUB_TOKEN", "GITHUB_TOKEN"]),
    ("gitlab.com", "oauth2", &["ATMOS_GITLAB_TOKEN", "GITLAB_TOKEN"]),
    ("bitbucket.org", "x-token-auth", &["ATMOS_BITBUCKET_TOKEN", "BITBUCKET_TOKEN"]),
];

impl Repository {
    /// A repository by its address.
    ///
    /// # Errors
    /// A version that git would take for something else, and a key in the address.
    pub(super) fn new(url: String, reference: Option<String>, depth: Option<String>, has_key: bool) -> Result<Self> {
        if has_key {
            return Err(Error::new("`sshkey` in an address is not used").hint("give the key to ssh-agent"));
        }
        let odd =
            |r: &str| r.starts_with(['-', '+']) || r.contains([':', ' ', '\\', '^', '~', '\0']) || r.contains("..");
        if let Some(reference) = reference.as_deref().filter(|r| odd(r)) {
            return Err(Error::new(format!("`ref={reference}` is no branch, tag or commit")));
        }
        let depth = depth.and_then(|depth| depth.parse().ok()).filter(|depth| *depth > 0);
        Ok(Repository { url, reference, depth })
    }

    /// What tells it from others.
    pub(super) fn key(&self) -> String {
        format!("git::{}?ref={}", self.url, self.reference.as_deref().unwrap_or("HEAD"))
    }

    /// Whether the version is a commit, which never changes.
    pub(super) fn is_pinned(&self) -> bool {
        self.reference.as_deref().is_some_and(|r| r.len() == 40 && r.bytes().all(|b| b.is_ascii_hexdigit()))
    }

    /// The commit that the version means now; none where only the repository itself can tell, as of a short commit.
    pub(super) fn commit(&self, env: &Environment) -> Result<Option<String>> {
        if self.is_pinned() {
            return Ok(self.reference.clone());
        }
        let wanted = self.reference.as_deref().unwrap_or("HEAD");
        let found = self.run(&["ls-remote", "--", &self.url, wanted, &format!("{wanted}^{{}}")], None, env)?;
        let lines: Vec<(&str, &str)> = found.lines().filter_map(|line| line.split_once('\t')).collect();
        // as `git fetch` takes them: the tag before the branch, and of a tag the commit that it names
        let full = ["", "refs/tags/", "refs/heads/", "refs/"].map(|prefix| format!("{prefix}{wanted}"));
        let named = |name: &String| {
            let peeled = format!("{name}^{{}}");
            lines.iter().find(|(_, n)| *n == peeled).or_else(|| lines.iter().find(|(_, n)| n == name))
        };
        Ok(full.iter().find_map(named).map(|(id, _)| (*id).to_owned()))
    }

    /// Puts the files of that version into an empty directory, and tells its commit.
    pub(super) fn checkout(&self, dir: &Path, env: &Environment) -> Result<String> {
        let run = |args: &[&str]| self.run(args, Some(dir), env);
        run(&["init", "--quiet"])?;
        let wanted = self.reference.as_deref().unwrap_or("HEAD");
        let depth = format!("--depth={}", self.depth.unwrap_or(1));
        let shallow = run(&["fetch", "--quiet", "--no-tags", &depth, "--", &self.url, wanted]);
        let start = match shallow {
            Ok(_) => "FETCH_HEAD".to_owned(),
            // a server may give no commit by its name, and none at all by a short one
            Err(_) if wanted.len() >= 7 && wanted.bytes().all(|b| b.is_ascii_hexdigit()) => {
                run(&["fetch", "--quiet", "--tags", "--", &self.url, "+refs/heads/*:refs/remotes/origin/*"])?;
                format!("{wanted}^{{commit}}")
            }
            Err(error) => return Err(error),
        };
        run(&["-c", "advice.detachedHead=false", "checkout", "--quiet", "--detach", &start])?;
        Ok(run(&["rev-parse", "HEAD"])?.trim().to_owned())
    }

    fn run(&self, args: &[&str], dir: Option<&Path>, env: &Environment) -> Result<String> {
        let program = env
            .find_program("git")
            .ok_or_else(|| Error::new("`git` is not on the PATH").kind(Kind::Unavailable).hint("install git"))?;
        let mut variables: Vec<(String, String)> = [
            ("GIT_TERMINAL_PROMPT", "0"),
            ("GIT_ASKPASS", ""),
            ("SSH_ASKPASS", ""),
            ("GCM_INTERACTIVE", "never"),
            ("GIT_ALLOW_PROTOCOL", "file:git:http:https:ssh"),
            ("GIT_LFS_SKIP_SMUDGE", "1"),
            ("LC_ALL", "C"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into();
        if env.get("GIT_SSH_COMMAND").is_none() && env.get("GIT_SSH").is_none() {
            variables.push(("GIT_SSH_COMMAND".into(), "ssh -o BatchMode=yes -o ConnectTimeout=15".into()));
        }
        let mut settings = vec![("http.lowSpeedLimit".to_owned(), "1".to_owned())];
        settings.push(("http.lowSpeedTime".to_owned(), "30".to_owned()));
        settings.extend(self.login(env));
        // settings that others gave the same way stay, and none of ours shows in a list of processes
        let given: usize = env.get("GIT_CONFIG_COUNT").and_then(|count| count.parse().ok()).unwrap_or(0);
        variables.push(("GIT_CONFIG_COUNT".into(), (given + settings.len()).to_string()));
        for (index, (key, value)) in settings.into_iter().enumerate() {
            variables.push((format!("GIT_CONFIG_KEY_{}", given + index), key));
            variables.push((format!("GIT_CONFIG_VALUE_{}", given + index), value));
        }
        let invocation = Invocation {
            program,
            args: args.iter().map(|arg| (*arg).to_owned()).collect(),
            dir: dir.map_or_else(std::env::temp_dir, Path::to_path_buf),
            env: variables,
            without: LOCAL.map(OsString::from).into(),
        };
        let Finished { code, stdout, stderr } = System.run(&invocation)?;
        if code == Some(0) {
            return Ok(stdout);
        }
        let said = stderr.lines().map(str::trim).filter(|line| !line.is_empty());
        let brief = said.clone().find_map(|line| line.strip_prefix("fatal: ")).or_else(|| said.clone().next());
        let hidden = |text: &str| text.replace(&self.url, &super::redacted(&self.url));
        let unreachable = ["Could not resolve", "unable to access", "Could not read from remote", "Connection"];
        let kind = if unreachable.iter().any(|u| stderr.contains(u)) { Kind::Unavailable } else { Kind::Failed };
        Err(Error::new(format!("git says: {}", hidden(brief.unwrap_or("nothing")))).kind(kind))
    }

    /// A header for the host's token, unless the address has a login of its own or other settings rewrite it.
    fn login(&self, env: &Environment) -> Option<(String, String)> {
        let rest = self.url.strip_prefix("https://")?;
        let host = rest.split('/').next()?.to_ascii_lowercase();
        let (host, user, names) = TOKENS.iter().find(|(known, ..)| *known == host)?;
        if env.get("GIT_CONFIG_COUNT").is_some() {
            return None;
        }
        let token = env.first(names)?;
        let login = STANDARD.encode(format!("{user}:{token}"));
        Some((format!("http.https://{host}/.extraHeader"), format!("Authorization: Basic {login}")))
    }
}

/// Variables that would point git to the repository that gaia runs in.
const LOCAL: [&str; 8] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_NAMESPACE",
    "GIT_PREFIX",
];
