"""`make fuzz`: every parser for some minutes, two at a time; what came of it goes into a page.

Inputs that do what they may not stay in `build/fuzz/NAME/found/`, and the corpus beside them for
the next time. Ends with 1 if there are any.
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from fuzz import page
from fuzz.figures import Figures, added, read_log
from fuzz.harness import LONGEST, SECONDS, Harness
from fuzz.harnesses import ALL, named
from fuzz.seeds import ROOT

BUILD = ROOT / "build" / "fuzz"
AT_ONCE = 2
MEMORY = 256
_TESTS = ROOT / "tests"
#: With less time left than this it is not worth to begin anew.
_WORTH = 5


def main(words: Sequence[str] | None = None) -> int:
    """Fuzz what is asked for, tell of it, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*(one.name for one in ALL), []])
    parser.add_argument("--seconds", type=int, default=300, help="for each parser")
    asked = parser.parse_args(words)
    chosen = [named(name) for name in asked.names] or list(ALL)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        told = []
        for one in pool.map(partial(fuzz, seconds=asked.seconds), chosen):
            print(one.line, flush=True)
            told.append(one)
    if not asked.names:
        page.write_fuzzing(told)
    found = [path for one in told for path in one.found]
    for path in found:
        print(f"kept: {path.relative_to(ROOT)}")
    return 0 if all(one.ended_well for one in told) and not found else 1


def fuzz(harness: Harness, seconds: int) -> Figures:
    """Fuzz one parser for so long, or until an input does what it may not."""
    folder = BUILD / harness.name
    for name in ("corpus", "seeds", "found", "slow"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for data in harness.seeds():
        (folder / "seeds" / sha256(data).hexdigest()[:16]).write_bytes(data)
    (folder / "words.dict").write_text("".join(map(quoted, harness.encoded_words)), "ascii")
    began, figures = time.monotonic(), Figures(harness.name, harness.about)
    while (left := seconds - (time.monotonic() - began)) > min(_WORTH, seconds - 1):
        figures = added(figures, _run(folder, harness.name, round(left)))
        if not figures.ended_well:
            figures = _judged(figures, folder)
        if figures.found or not figures.ended_well:
            break
    return replace(figures, seconds=round(time.monotonic() - began))


def _run(folder: Path, name: str, seconds: int) -> Figures:
    """Run libFuzzer once, and read what it says."""
    command = [
        sys.executable, "-m", "fuzz.target", name, str(folder / "corpus"), str(folder / "seeds"),
        f"-max_total_time={seconds}", f"-max_len={LONGEST}", f"-timeout={SECONDS:.0f}",
        f"-rss_limit_mb={MEMORY}", f"-artifact_prefix={folder}/found/",
        f"-dict={folder}/words.dict", "-print_final_stats=1",
    ]  # fmt: skip
    with (folder / "log").open("wb") as log:
        code = subprocess.run(
            command, stdout=log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, cwd=_TESTS,
            env=_environment(folder), check=False,
        ).returncode  # fmt: skip
    return read_log((folder / "log").read_text("utf-8", "replace"), ended_well=code == 0)


def _environment(folder: Path) -> dict[str, str]:
    """Return the environment of a fuzzer: it has no store and no configuration but its own."""
    return os.environ | {
        "NETAUDIT_STORE": str(folder / "no-store.db"), "NETAUDIT_CONFIG": str(folder / "none.toml"),
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(_TESTS)]),
        "PYTHONDONTWRITEBYTECODE": "1",
    }  # fmt: skip


def _judged(figures: Figures, folder: Path) -> Figures:
    """Give each input that was kept to the parser once more, alone and unwatched.

    What took too long while its lines were counted, on a busy computer, may take no time; then it
    is put aside and the fuzzing goes on.
    """
    found, slow = [], figures.slow
    for path in sorted((folder / "found").iterdir()):
        if path.name.startswith(("timeout-", "slow-unit-")) and _is_quick(folder, path):
            path.rename(folder / "slow" / path.name)
            slow += 1
        else:
            found.append(path)
    return replace(figures, slow=slow, found=tuple(found), ended_well=slow > figures.slow)


def _is_quick(folder: Path, path: Path) -> bool:
    command = [sys.executable, "-m", "fuzz.again", folder.name, str(path)]
    return not subprocess.run(
        command, cwd=_TESTS, env=_environment(folder), capture_output=True, check=False
    ).returncode


def quoted(word: bytes) -> str:
    """Write a word as a line of libFuzzer's dictionaries."""
    plain = range(0x20, 0x7F)
    return '"' + "".join(
        chr(byte) if byte in plain and byte not in b'"\\' else f"\\x{byte:02x}" for byte in word
    ) + '"\n'  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
