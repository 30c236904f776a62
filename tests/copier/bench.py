#!/usr/bin/env python3
"""gaia side by side with Copier: a template of 200 files and 10 questions, copied, and updated from v1 to v2.

    target/copier/bin/python tests/copier/bench.py target/release/gaia [RUNS]
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

QUIET = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "check": True}


def git(root: Path, *args: str) -> None:
    subprocess.run(["git", *args], cwd=root, **QUIET)


def commit(root: Path, tag: str | None = None) -> None:
    if not (root / ".git").exists():
        git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "x")
    if tag:
        git(root, "tag", tag)


def template(root: Path) -> None:
    questions = "".join(f"q{n}: {{type: str, default: 'answer {n}', help: Question {n}}}\n" for n in range(10))
    root.mkdir()
    (root / "copier.yml").write_text(questions)
    (root / "{{ _copier_conf.answers_file }}.jinja").write_text("{{ _copier_answers|to_nice_yaml }}")
    for n in range(200):
        path = root / f"dir{n % 20}" / f"file{n}.txt.jinja"
        path.parent.mkdir(exist_ok=True)
        lines = [f"line {line} {{{{ q{(n + line) % 10} }}}}" for line in range(40)]
        path.write_text("{% if q0 %}\n" + "\n".join(lines) + "\n{% endif %}\n")
    commit(root, "v1")


def change(root: Path) -> None:
    for n in range(0, 200, 4):
        path = root / f"dir{n % 20}" / f"file{n}.txt.jinja"
        path.write_text(path.read_text().replace("line 5 ", "LINE 5 "))
    commit(root, "v2")


def timed(words: list, top: Path) -> float:
    start = time.perf_counter()
    subprocess.run(words, cwd=top, **QUIET)
    return time.perf_counter() - start


def main(gaia: str, runs: int) -> None:
    os.environ.update(GIT_CONFIG_GLOBAL=os.devnull, GIT_CONFIG_SYSTEM=os.devnull)
    for who in ("AUTHOR", "COMMITTER"):
        os.environ.update({f"GIT_{who}_NAME": "x", f"GIT_{who}_EMAIL": "x@example.com"})
    programs = {
        "gaia": [str(Path(gaia).resolve()), "template"],
        "Copier": [sys.executable, "-m", "copier"],
    }
    times = {(name, what): [] for name in programs for what in ("copy", "update")}
    with tempfile.TemporaryDirectory() as directory:
        top = Path(directory)
        os.environ["COPIER_SETTINGS_PATH"] = str(top / "settings.yml")
        (top / "settings.yml").write_text("{}")
        for run in range(runs):
            source = top / f"template{run}"
            template(source)
            for name, words in programs.items():
                project = top / f"{name}{run}"
                times[name, "copy"].append(timed([*words, "copy", "--defaults", source.name, project.name], top))
                text = project / "dir0/file0.txt"
                text.write_text(text.read_text().replace("line 30 ", "own 30 "))
                commit(project)
            change(source)
            for name, words in programs.items():
                times[name, "update"].append(timed([*words, "update", "--defaults", f"{name}{run}"], top))
            trees = [top / f"{name}{run}" for name in programs]
            [shutil.rmtree(tree / ".git") for tree in trees]
            git(top, "diff", "--no-index", "--quiet", *map(str, trees))
    for what in ("copy", "update"):
        row = {name: statistics.median(times[name, what]) for name in programs}
        print(f"{what:<8}" + "".join(f"{name} {row[name]:.3f} s  " for name in programs) + f"{row['Copier'] / row['gaia']:.0f} times")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 3)
