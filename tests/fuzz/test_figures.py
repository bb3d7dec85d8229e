"""What is told of a run of the fuzzer: its figures, its page, and how it ends."""

import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from fuzz import again, page, run, target
from fuzz.figures import Figures, added, read_log
from fuzz.harness import Harness
from fuzz.harnesses import ALL, named

LOG = """\
INFO: seed corpus: files: 3 min: 1b max: 20b total: 30b rss: 50Mb
#4\tINITED cov: 12 ft: 30 corp: 3/30b exec/s: 0 rss: 50Mb
#70\tREDUCE cov: 12 ft: 30 corp: 3/20b lim: 20 exec/s: 7 rss: 50Mb L: 9/20 MS: 1 EraseBytes-
#90\tNEW    cov: 15 ft: 33 corp: 4/25b lim: 20 exec/s: 9 rss: 51Mb L: 5/20 MS: 1 CopyPart-
#128\tpulse  cov: 15 ft: 33 corp: 4/25b lim: 20 exec/s: 9 rss: 51Mb
#140\tDONE   cov: 15 ft: 33 corp: 4/25b lim: 20 exec/s: 14 rss: 51Mb
stat::number_of_executed_units: 141
stat::peak_rss_mb:              52
"""
READ = Figures(executions=141, seeded=12, covered=15, corpus=4, memory=52)


def test_what_libfuzzer_says_is_read() -> None:
    assert read_log(LOG, ended_well=True) == READ
    crashed = LOG[: LOG.index("#128")] + "\n == ERROR: libFuzzer: fuzz target exited\n"
    found = read_log(crashed, ended_well=False)
    assert (found.executions, found.covered, found.ended_well) == (90, 15, False)
    assert read_log("", ended_well=False) == Figures(ended_well=False)


def test_runs_of_one_parser_are_told_together() -> None:
    whole = added(Figures("csv", "tables"), READ)
    whole = added(whole, Figures(executions=9, seeded=15, covered=14, memory=60))
    assert (whole.name, whole.executions) == ("csv", 150)
    assert (whole.seeded, whole.covered, whole.memory) == (12, 15, 60)


def test_the_figures_go_into_their_place_of_the_page() -> None:
    told = [Figures("csv", "tables", 300, 3_000, 12, 15), Figures("log", "logs", 300, 600, slow=2)]
    table = page.fuzzing(told)
    assert "| `csv` | tables | 300 | 3,000 | 10 | 12 → 15 | 0 MiB | 0 |" in table
    assert "Together 3,600 inputs. 2 inputs were slow" in table
    text = page.PAGE.read_text("utf-8")
    made = page.replaced(page.replaced(text, "fuzz", r"\1 first"), "stateful", "second")
    assert "<!-- fuzz -->\n\\1 first\n<!-- end of fuzz -->" in made
    assert "<!-- stateful -->\nsecond\n<!-- end of stateful -->" in made
    assert page.replaced(made, "fuzz", "third").count("third") == 1
    with pytest.raises(ValueError, match="no place"):
        page.replaced("nothing", "fuzz", "first")


@pytest.fixture
def fuzzers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[str, ...]]:
    """Have each fuzzer run as a list says: what it keeps, by name; an empty one ends well."""
    runs: list[tuple[str, ...]] = []

    def _run(folder: Path, _name: str, _seconds: int) -> Figures:
        kept = runs.pop(0)
        for name in kept:
            (folder / "found" / name).write_bytes(b"\0a,b\n1,2\n")
        return Figures(executions=1, ended_well=not kept)

    monkeypatch.setattr(run, "BUILD", tmp_path / "fuzz")
    monkeypatch.setattr(run, "ROOT", tmp_path)
    monkeypatch.setattr(run, "_run", _run)
    monkeypatch.setattr(run, "_is_quick", lambda _folder, path: path.name.endswith("quick"))
    return runs


@pytest.mark.parametrize(
    ("runs", "code", "executions", "kept"),
    [
        ([("crash-1",)], 1, 1, ["crash-1"]),
        ([("timeout-slow",)], 1, 1, ["timeout-slow"]),
        ([("timeout-quick",), ("slow-unit-quick",), ("oom-quick",)], 1, 3, ["oom-quick"]),
    ],
    ids=["crash", "too slow", "too slow while it was watched"],
)
def test_a_crash_ends_the_fuzzer_and_a_slow_input_only_if_it_is_slow_alone(
    fuzzers: list[tuple[str, ...]],
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    runs: Iterable[tuple[str, ...]],
    code: int,
    executions: int,
    kept: list[str],
) -> None:
    fuzzers.extend(runs)
    assert run.main(["csv", "--seconds", "60"]) == code
    told = capsys.readouterr().out
    assert told.startswith(f"csv: {executions} executions in ")
    assert [f"kept: fuzz/csv/found/{name}" for name in kept] == told.splitlines()[1:]
    assert not fuzzers
    assert len(list((tmp_path / "fuzz" / "csv" / "seeds").iterdir())) > 10


def test_words_are_written_as_libfuzzer_reads_them() -> None:
    harness = Harness("a", "b", lambda _: None, list, ('a"\\', "\n", "\ud800"))
    quoted = [run.quoted(word) for word in harness.encoded_words]
    assert quoted == ['"a\\x22\\x5c"\n', '"\\x0a"\n', '"\\xed\\xa0\\x80"\n']


def test_an_input_is_tried_again_by_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "input"
    file.write_bytes(b"\0tomorrow")
    assert again.main("days", str(file)) == 0
    assert capsys.readouterr().out.startswith(f"{file}: 0.")
    monkeypatch.setattr(again, "SECONDS", -1.0)
    assert again.main("days", str(file)) == 1


def test_an_input_that_fails_is_kept_where_libfuzzer_would_keep_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["target", "-timeout=1", f"-artifact_prefix={tmp_path}/"])
    target.keep(b"abc")
    (kept,) = tmp_path.iterdir()
    assert kept.name.startswith("crash-")
    assert kept.read_bytes() == b"abc"


def test_every_harness_is_found_by_its_name() -> None:
    assert [named(one.name) for one in ALL] == [*ALL]
