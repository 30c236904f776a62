"""pytest plugin: run Copier's own tests against a command line binary.

Active only when GAIA_BIN is set (a command line, split with shlex: "/x/gaia template").
In-process calls are replaced by a subprocess call of the binary with Copier's flags:
  Worker.run_copy/run_recopy/run_update (hence copier.run_*), copier._main.get_update_data,
  CopierApp.run, and tests.helpers.COPIER_PATH / COPIER_CMD (spawned / TUI tests).

Failure mapping:
  rc 4            -> matches only `pytest.raises(UnsafeTemplateError)` (or a base of it)
  rc 130          -> also matches KeyboardInterrupt
  rc 1            -> matches whatever the enclosing pytest.raises expects, except
                     UnsafeTemplateError; `match=` patterns are searched in stderr.
  any other rc    -> never matches (usage error 2, Rust panic 101, signals)
Warnings: a stderr line "...SomeWarning: text" becomes a Python warning of that class.
"""
from __future__ import annotations

import builtins
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

import pytest

GAIA = shlex.split(os.environ.get("GAIA_BIN", ""))
CALL_TIMEOUT = float(os.environ.get("GAIA_CALL_TIMEOUT", "60"))
_ANSI = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_WARN = re.compile(r"^(?:.*?:\d+: )?(?:warning: )?(\w*Warning): (.*)$")
_PREFIX = re.compile(r"^(?:[Ee]rror: |ERROR: |(?:[\w.]+\.)?\w*(?:Error|Exception|Interrupt|Exit|Warning): |KeyError: ')")

calls: list[list[str]] = []  # argv (without binary) of each call in the current test
expected: list[tuple[object, object]] = []  # stack of (types, match) from pytest.raises


from plumbum.commands.processes import ProcessExecutionError


class GaiaFailure(ProcessExecutionError):
    """Base: the binary exited non-zero (a subclass of what in-process git failures raise)."""


def _strip(text: str) -> str:
    return _ANSI.sub("", text)


# ---------------------------------------------------------------- pytest.raises
_orig_raises = pytest.raises


class _Raises:
    def __init__(self, exp, match, inner):
        self.exp, self.match, self.inner = exp, match, inner

    def __enter__(self):
        expected.append((self.exp, self.match))
        return self.inner.__enter__()

    def __exit__(self, *exc):
        expected.pop()
        return self.inner.__exit__(*exc)


def _raises(expected_exception=None, *args, match=None, **kw):
    if args or expected_exception is None:
        return _orig_raises(expected_exception, *args, match=match, **kw)
    if match is None:
        inner = _orig_raises(expected_exception, **kw)
    else:
        inner = _orig_raises(expected_exception, match=match, **kw)
    return _Raises(expected_exception, match, inner)


def _candidates(text: str):
    yield text
    lines = text.splitlines()
    for i in range(len(lines)):
        tail = "\n".join(lines[i:])
        yield tail
        m = _PREFIX.match(tail)
        if m:
            yield tail[m.end():]
        for one in (lines[i], lines[i].strip()):
            yield one
            m = _PREFIX.match(one)
            if m:
                yield one[m.end():]
                yield one[m.end():].rstrip("'")


def _make_error(rc: int, err: str, argv: list[str]) -> BaseException:
    from copier.errors import UnsafeTemplateError

    text = _strip(err).strip()
    msg = text or f"exit status {rc}"
    types: tuple = ()
    if expected:
        exp, match = expected[-1]
        types = tuple(exp) if isinstance(exp, (tuple, list)) else (exp,)
        if match is not None:
            pattern = match if isinstance(match, str) else match.pattern
            for cand in _candidates(text):
                if re.search(match, cand) or re.search(pattern, cand):
                    msg = cand
                    break
    base: type[BaseException] = GaiaFailure
    if rc not in (1, 4, 130):
        types = ()  # usage error (2), Rust panic (101), signal (<0, >=126): never a clean error
    for t in types:
        if not isinstance(t, type):
            continue
        unsafe = issubclass(UnsafeTemplateError, t)
        if rc == 4 and not unsafe:
            continue
        if rc != 4 and t is UnsafeTemplateError:
            continue
        if not issubclass(t, Exception) and rc != 130:
            continue  # KeyboardInterrupt family wants an interrupt exit status
        base = t
        break
    cls = type("Gaia" + base.__name__, (base,), {
        "__init__": lambda self, *a: None,
        "__str__": lambda self: msg,
        "__repr__": lambda self: f"Gaia failure rc={rc}: {msg!r}",
        "message": msg, "returncode": rc, "argv": argv,
    })
    return cls()


# ---------------------------------------------------------------- environment
_ENV0: dict[str, str] = {}
_SETDIR = ""


def _env(extra: dict[str, str] | None = None) -> dict[str, str]:
    from plumbum import local

    env = dict(os.environ)
    now = {k: local.env[k] for k in local.env.keys()}
    for k, v in now.items():
        if _ENV0.get(k) != v:
            env[k] = v
    for k in _ENV0:
        if k not in now:
            env.pop(k, None)
    env["TMPDIR"] = tempfile.gettempdir()
    if not env.get("COPIER_SETTINGS_PATH"):
        import copier._settings as s

        p = s._default_settings_path()
        if p.is_file():
            env["COPIER_SETTINGS_PATH"] = str(p)
    env.update(extra or {})
    for k in ("GAIA_BIN", "GAIA_RESULTS", "GAIA_LEFT_OUT", "PYTEST_CURRENT_TEST", "PYTHONPATH"):
        env.pop(k, None)
    return env


def _emit_warnings(err: str) -> None:
    import copier.errors as ce

    for line in _strip(err).splitlines():
        m = _WARN.match(line.strip())
        if m:
            cls = getattr(ce, m.group(1), None) or getattr(builtins, m.group(1), None)
            if isinstance(cls, type) and issubclass(cls, Warning):
                warnings.warn(cls(m.group(2)), stacklevel=4)


def call(argv: list[str], extra_env: dict[str, str] | None = None, echo: bool = True):
    """Run the binary; returns (rc, stdout, stderr)."""
    p = subprocess.run(
        [*GAIA, *argv], stdin=subprocess.DEVNULL, capture_output=True,
        env=_env(extra_env), timeout=CALL_TIMEOUT,
    )
    out = p.stdout.decode("utf-8", "replace")
    err = p.stderr.decode("utf-8", "replace")
    if echo:
        sys.stdout.write(out)
        sys.stderr.write(err)
        sys.stdout.flush()
        sys.stderr.flush()
    _emit_warnings(err)
    return p.returncode, out, err


# ---------------------------------------------------------------- Worker -> argv
def _plain(v):
    if isinstance(v, dict):
        return {str(k): _plain(x) for k, x in v.items() if not callable(x)}
    if isinstance(v, (list, tuple)):
        return [_plain(x) for x in v]
    if isinstance(v, str):
        return str(v)
    if isinstance(v, (bool, int, float, type(None))):
        return v
    return str(v)


_n = 0


def _tmpfile(data) -> str:
    import yaml

    global _n
    _n += 1
    p = Path(_SETDIR, f"f{os.getpid()}-{_n}.yml")
    p.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    return str(p)


def _worker_call(w, op: str) -> None:
    from copier._settings import SettingsModel
    from copier._types import VcsRef
    from copier.errors import UserMessageError

    if op == "update" and not w.overwrite and expected and "Enable overwrite" in str(expected[-1][1]):
        # API-only condition: the CLI always overwrites on update.
        raise UserMessageError("Enable overwrite to update a subproject.")
    argv = [op]
    data = _plain(dict(w.data))
    typed = {k: v for k, v in data.items() if not isinstance(v, str) or "=" in k}
    for k, v in data.items():
        if k not in typed:
            argv.append(f"--data={k}={v}")
    if typed:
        argv.append(f"--data-file={_tmpfile(typed)}")
    if w.answers_file is not None:
        argv.append(f"--answers-file={w.answers_file}")
    if w.vcs_ref is not None:
        ref = w.vcs_ref.value if isinstance(w.vcs_ref, VcsRef) else w.vcs_ref
        argv.append(f"--vcs-ref={ref}")
    argv += [f"--exclude={x}" for x in w.exclude]
    argv += [f"--skip={x}" for x in w.skip_if_exists]
    argv += [f"--ask={x}" for x in w.ask]
    for flag, on in (
        ("--prereleases", w.use_prereleases), ("--defaults", w.defaults),
        ("--pretend", w.pretend), ("--quiet", w.quiet), ("--trust", w.unsafe),
        ("--skip-tasks", w.skip_tasks),
    ):
        if on:
            argv.append(flag)
    if op == "copy" and not w.cleanup_on_error:
        argv.append("--no-cleanup")
    if op in ("copy", "recopy") and w.overwrite:
        argv.append("--overwrite")
    if op in ("recopy", "update") and w.skip_answered:
        argv.append("--skip-answered")
    if op == "update":
        if w.conflict != "inline":
            argv.append(f"--conflict={w.conflict}")
        if w.context_lines != 3:
            argv.append(f"--context-lines={w.context_lines}")
    if op == "copy":
        src = w.src_path
        if src is None:
            src = _src_from_answers(w)
        argv.append(str(src))
    argv.append(str(w.dst_path))
    extra = {}
    settings = w.settings
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            explicit = settings != SettingsModel.from_file()
        except Exception:
            explicit = True
    if explicit or w.user_defaults:
        # No CLI flag for these: a settings file carries them.
        extra["COPIER_SETTINGS_PATH"] = _tmpfile({
            "defaults": {**_plain(dict(settings.defaults)), **_plain(dict(w.user_defaults))},
            "trust": sorted(settings.trust),
        })
    rc, _out, err = call(argv, extra)
    if rc:
        raise _make_error(rc, err, argv)


def _src_from_answers(w) -> str:
    import yaml

    p = Path(w.dst_path, w.answers_file or ".copier-answers.yml")
    return (yaml.safe_load(p.read_bytes()) or {})["_src_path"]


def _get_update_data(dst_path=".", answers_file=None, use_prereleases=False):
    argv = ["check-update", "--output-format=json"]
    if answers_file is not None:
        argv.append(f"--answers-file={answers_file}")
    if use_prereleases:
        argv.append("--prereleases")
    argv.append(str(dst_path))
    rc, out, err = call(argv, echo=False)
    if rc:
        raise _make_error(rc, err, argv)
    d = json.loads(out)
    return d["update_available"], d["current_version"], d["latest_version"]


def _install() -> None:
    global _SETDIR
    import copier._cli as cli
    import copier._main as m
    from plumbum import local

    _ENV0.update({k: local.env[k] for k in local.env.keys()})
    _SETDIR = tempfile.mkdtemp(prefix="gaia-shim.")
    for op in ("copy", "recopy", "update"):
        setattr(m.Worker, f"run_{op}", (lambda op: lambda self: _worker_call(self, op))(op))
    m.get_update_data = _get_update_data
    cli.get_update_data = _get_update_data

    def run(cls, argv=None, exit=True):  # noqa: A002
        args = [str(a) for a in (sys.argv if argv is None else argv)][1:]
        rc, _out, err = call(args)
        if rc and expected and expected[-1][0] is not SystemExit:
            raise _make_error(rc, err, args)
        if exit:
            sys.exit(rc)
        return cls, rc

    cli.CopierApp.run = classmethod(run)
    pytest.raises = _raises

    orig_init = subprocess.Popen.__init__

    def counting_init(self, args, *a, **kw):
        try:
            head = [args] if isinstance(args, str) else [os.fspath(x) for x in args]
            if head[: len(GAIA)] == GAIA:
                calls.append([str(x) for x in head[len(GAIA):]])
        except Exception:
            pass
        return orig_init(self, args, *a, **kw)

    subprocess.Popen.__init__ = counting_init


def pytest_configure(config) -> None:
    if not GAIA:
        return
    import tests.helpers as h
    from plumbum import local

    h.COPIER_PATH = tuple(GAIA)
    cmd = local[GAIA[0]]
    h.COPIER_CMD = cmd[GAIA[1:]] if GAIA[1:] else cmd


def pytest_runtest_setup(item) -> None:
    calls.clear()
    expected.clear()


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    outcome = yield
    rep = outcome.get_result()
    if GAIA and rep.when == "call":
        rep.user_properties.append(("gaia_calls", len(calls)))


_RESULTS = os.environ.get("GAIA_RESULTS", "")
_LEFT_OUT = os.environ.get("GAIA_LEFT_OUT", "")


def pytest_runtest_logreport(report) -> None:
    """Controller only: one JSON line per phase that decides an outcome."""
    if not _RESULTS or os.environ.get("PYTEST_XDIST_WORKER"):
        return
    if report.when == "call" or report.outcome != "passed":
        outcome = report.outcome
        if hasattr(report, "wasxfail"):
            outcome = "xfailed" if report.skipped else "xpassed"
        text = ""
        if report.failed:
            text = str(getattr(report.longrepr, "reprcrash", None) or report.longrepr)[-400:]
        with open(_RESULTS, "a", encoding="utf-8") as f:
            f.write(json.dumps({
                "id": report.nodeid, "when": report.when, "outcome": outcome, "s": round(report.duration, 2),
                "props": dict(report.user_properties), "text": text,
            }) + "\n")


def pytest_collection_modifyitems(config, items) -> None:
    if not _LEFT_OUT:
        return
    lines = Path(_LEFT_OUT).read_text("utf-8").splitlines()
    prefixes = tuple(line.split("  #")[0].strip() for line in lines if line and not line.startswith("#"))
    keep = [i for i in items if not i.nodeid.startswith(prefixes)]
    drop = [i for i in items if i.nodeid.startswith(prefixes)]
    if drop:
        config.hook.pytest_deselected(items=drop)
    items[:] = keep


if GAIA:
    _install()
