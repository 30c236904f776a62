#!/usr/bin/env python3
"""Writes down what Copier makes of the cases in cases.yaml: tests/copier/record.py, with Copier 9.19.1 installed."""

import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

HERE = Path(__file__).parent
COPIER = [sys.executable, "-m", "copier"]


def write(root: Path, files: dict) -> None:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, dict):
            if "link" in content:
                path.symlink_to(content["link"])
                continue
            path.write_bytes(content["text"].encode())
            path.chmod(0o755)
        elif isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_bytes(content.encode())


def read(root: Path) -> dict:
    tree = {}
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if name == ".git" or name.startswith(".git/"):
            continue
        if path.is_symlink():
            tree[name] = {"link": os.readlink(path)}
        elif path.is_file():
            try:
                text = path.read_bytes().decode()
            except UnicodeDecodeError:
                text = path.read_bytes().hex()
            executable = path.stat().st_mode & stat.S_IXUSR
            tree[name] = {"text": text} if executable else text
        elif not any(path.iterdir()):
            tree[name] = None
    return tree


def git(root: Path, *args: str) -> None:
    env = {**os.environ, **{f"GIT_{who}_{what}": "x@example.com" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}}
    env |= {f"GIT_{who}_DATE": "2026-01-01T00:00:00Z" for who in ("AUTHOR", "COMMITTER")}
    subprocess.run(["git", *args], cwd=root, env=env, check=True, capture_output=True)


def save(root: Path, tag: str | None = None) -> None:
    if not (root / ".git").exists():
        git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", "x", "--no-gpg-sign")
    if tag:
        git(root, "tag", tag)


def run(case: dict) -> dict:
    with tempfile.TemporaryDirectory() as directory:
        top = Path(directory)
        template, project = top / "template", top / "project"
        write(template, case["template"])
        command = case.get("command", "copy")
        if "project" in case:
            write(project, case["project"])
        args = case.get("args", [])
        env = {**os.environ, "COPIER_SETTINGS_PATH": str(top / "settings.yml")}
        (top / "settings.yml").write_text("{}")

        def copier(*words: str) -> int:
            words = [*COPIER, *words]
            return subprocess.run(words, cwd=top, env=env, stdin=subprocess.DEVNULL, capture_output=True).returncode

        if command == "copy":
            code = copier("copy", "--quiet", *args, "template", "project")
        else:
            save(template, "v1")
            first = copier("copy", "--quiet", "--defaults", *case.get("first", []), "template", "project")
            assert first == 0, case["name"]
            save(project)
            for name in case.get("remove", []):
                (project / name).unlink()
            write(project, case.get("change", {}))
            save(project)
            for name in case.get("drop", []):
                (template / name).unlink()
            write(template, case.get("next", {}))
            save(template, "v2")
            code = copier(command, "--quiet", "--defaults", *args, "project")
        return {"name": case["name"], "code": code, "tree": read(project) if project.exists() else {}}


cases = yaml.safe_load((HERE / "cases.yaml").read_text())
records = [run(case) for case in cases]
(HERE / "recorded.yaml").write_text(yaml.safe_dump(records, sort_keys=False, allow_unicode=True))
print(f"{len(records)} cases, {sum(r['code'] != 0 for r in records)} of them refused")
