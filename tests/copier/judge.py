#!/usr/bin/env python3
"""What real Copier makes of the cases in cases/*.yaml, as JSON: judge.py OUTPUT CACHE JOBS.

A case is a list of steps. Answers are kept in CACHE under a digest of the case and of this program, so that only what is
new is run again. Cases run in forks of one process that has loaded Copier once.
"""

import hashlib
import json
import multiprocessing
import os
import re
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

HERE = Path(__file__).parent
ANSWERS = "{{ _copier_conf.answers_file }}.jinja"


def load() -> list:
    files = sorted(HERE.glob("cases/*.yaml"))
    return [case for file in files for case in yaml.safe_load(file.read_text())]


def steps(case: dict) -> list:
    """The short forms of cases, written out."""
    if "steps" in case:
        return case["steps"]
    command, args = case.get("command", "copy"), case.get("args", [])
    project = case.get("at", "project")
    template = dict(case["template"])
    if command != "copy":
        template.setdefault(ANSWERS, "{{ _copier_answers|to_nice_yaml }}")
    prefix = lambda root, files: {f"{root}/{name}": content for name, content in files.items()}
    out = [{"write": prefix("template", template)}]
    if "project" in case:
        out.append({"write": prefix(project, case["project"])})
    if command == "copy":
        if "tag" in case:
            out.append({"save": "template", "tag": case["tag"]})
        return [*out, {"run": ["copy", *args, "template", project]}]
    from_tag, to_tag = case.get("tags", ["v1", "v2"])
    top = project.split("/")[0]
    out.append({"save": "template", "tag": from_tag})
    out.append({"run": ["copy", "--defaults", *case.get("first", []), "template", project]})
    out.append({"save": top})
    out.append({"remove": [f"{project}/{name}" for name in case.get("remove", [])]})
    out.append({"write": prefix(project, case.get("change", {}))})
    out += [{"git": [top, *words]} for words in case.get("git", [])]
    out.append({"save": top})
    out.append({"write": prefix(project, case.get("ignored", {}))})
    out.append({"remove": [f"template/{name}" for name in case.get("drop", [])]})
    out.append({"write": prefix("template", case.get("next", {}))})
    out.append({"save": "template", "tag": to_tag})
    out.append({"run": [command, "--defaults", *args, project]})
    return out


def write(root: Path, files: dict) -> None:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_symlink() or isinstance(content, dict) and "link" in content and path.exists():
            path.unlink()
        if content is None:
            path.mkdir(exist_ok=True)
        elif isinstance(content, dict) and "link" in content:
            path.symlink_to(content["link"])
        elif isinstance(content, dict):
            path.write_bytes(content["text"].encode())
            path.chmod(int(content.get("mode", "755"), 8))
        else:
            path.write_bytes(content if isinstance(content, bytes) else str(content).encode())


def read(root: Path) -> dict:
    tree = {}
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if ".git" in name.split("/"):
            continue
        if path.is_symlink():
            tree[name] = {"link": os.readlink(path)}
        elif path.is_file():
            try:
                entry = {"text": path.read_bytes().decode()}
            except UnicodeDecodeError:
                entry = {"hex": path.read_bytes().hex()}
            mode = stat.S_IMODE(path.stat().st_mode)
            tree[name] = entry if mode == 0o644 else {**entry, "mode": f"{mode:o}"}
        elif not any(path.iterdir()):
            tree[name] = None
    return tree


def git(root: Path, *args: str) -> str:
    return subprocess.run(["git", *args], cwd=root, check=True, capture_output=True, text=True).stdout


def save(root: Path, tag: str | None) -> None:
    if not (root / ".git").exists():
        git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", "x")
    if tag:
        git(root, "tag", tag)


def said(text: str, top: str) -> list:
    """What was said, without colours and what differs from run to run."""
    text = re.sub(r"\x1b\[[0-9;]*m", "", text).replace(top, "TOP")
    lines = [line.rstrip() for line in text.splitlines()]
    # directories are walked in no order of their own
    return sorted(line for line in lines if line and "Warning" not in line)


def copier(words: list, top: Path, err: Path) -> int:
    """One run of Copier's command line in a fork of its own."""
    child = os.fork()
    if child == 0:
        from copier._cli import CopierApp
        from plumbum import local

        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(os.open(err, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
        code = 1
        try:
            local.cwd.chdir(top)
            local.env["COPIER_SETTINGS_PATH"] = os.environ["COPIER_SETTINGS_PATH"] = str(top / "settings.yml")
            code = CopierApp.run(["copier", *words], exit=False)[1]
        except BaseException:
            import traceback

            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def run(case: dict) -> dict:
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as directory:
        top = Path(directory).resolve()
        (top / "settings.yml").write_text(case.get("settings", "{}"))
        record = {"name": case["name"], "codes": []}
        for step in steps(case):
            if "write" in step:
                write(top, step["write"])
            elif "remove" in step:
                for name in step["remove"]:
                    (top / name).unlink()
            elif "save" in step:
                save(top / step["save"], step.get("tag"))
            elif "git" in step:
                git(top / step["git"][0], *step["git"][1:])
            else:
                record["codes"].append(copier(step["run"], top, top / "stderr"))
                last = (top / "stderr").read_text()
        root = top / case.get("at", "project").split("/")[0]
        record["tree"] = read(root) if root.exists() else {}
        if case.get("says"):
            record["says"] = said(last, str(top))
        if os.environ.get("SHOW"):
            print(case["name"], record["codes"], last[-1500:], file=sys.stderr)
        if (root / ".git").exists():
            record["status"] = git(root, "status", "--porcelain", "-uall").splitlines()
        return record


def guarded(case: dict) -> dict:
    try:
        return run(case)
    except Exception as error:
        return {"name": case["name"], "failed": str(error)}


def main(output: str, cache: str, jobs: int) -> None:
    # whatever git is configured to do on this machine
    os.environ.update(GIT_CONFIG_GLOBAL=os.devnull, GIT_CONFIG_SYSTEM=os.devnull, TZ="UTC")
    for who in ("AUTHOR", "COMMITTER"):
        os.environ.update({f"GIT_{who}_NAME": "x", f"GIT_{who}_EMAIL": "x@example.com"})
        os.environ[f"GIT_{who}_DATE"] = "2026-01-01T00:00:00Z"
    import copier._cli  # noqa: F401, once for all forks

    os.umask(0o022)
    program = Path(__file__).read_bytes()
    key = lambda case: hashlib.sha256(program + repr(case).encode()).hexdigest()
    known = json.loads(Path(cache).read_text()) if Path(cache).exists() else {}
    cases = load()
    missing = [case for case in cases if key(case) not in known]
    with multiprocessing.get_context("fork").Pool(jobs) as pool:
        for case, record in zip(missing, pool.imap(guarded, missing)):
            known[key(case)] = record
    if failed := [record for record in known.values() if "failed" in record]:
        sys.exit(f"these cases cannot be: {failed}")
    Path(cache).write_text(json.dumps({key(case): known[key(case)] for case in cases}))
    records = [json.dumps(known[key(case)], ensure_ascii=False) for case in cases]
    Path(output).write_text("[\n" + ",\n".join(records) + "\n]\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
