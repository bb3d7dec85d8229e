"""`netaudit merge`, `netaudit split`, and `netaudit match --same` and `--different`."""

import json
from pathlib import Path

import pytest

from cli import matching_world as world
from cli.program import Run
from netaudit.cli import asking
from netaudit.errors import ExitCode
from netaudit.records import Decision
from netaudit.store import Store
from netaudit.store.decide import decide
from netaudit.store.facts import short_id
from netaudit.workflows.naming import resolve_links
from store.on_x import archive, bearer, listed, member
from store.snapshots import (
    DAY,
    bring,
    connection,
    contact,
    digest,
    entry,
    export,
    log,
    url,
)

IN = "linkedin.com/in/"
ADA_IN, ADA_AT = f"{IN}ada-example", "@silver_heron"


@pytest.fixture
def store(home: Path, run: Run) -> Path:
    return world.begin(home)


def name_of(run: Run, text: str) -> str:
    """Return the first line that is told of a person: name and id."""
    shown = run("match", "--explain", text)
    assert shown.exit_code == 0, shown.stderr
    return shown.stdout.splitlines()[0]


def are_one(run: Run, one: str, other: str) -> bool:
    return name_of(run, one) == name_of(run, other)


def decisions(store: Path) -> list[tuple[str, str, str]]:
    with Store.open(store) as opened:
        found = opened.decisions()
    return [(d.kind, d.account.key, d.other.key) for d in found]


@pytest.mark.parametrize("words", [("merge",), ("match", "--same")], ids=["merge", "match --same"])
@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ADA_IN, ADA_AT), ("ada@example.org", "https://x.com/silver_heron"),
        ("x.com/i/user/42", "https://www.linkedin.com/in/ada-example/"), (ADA_IN, "silver_heron"),
    ],
)  # fmt: skip
def test_two_named_in_any_way_become_one_and_can_be_two_again(
    run: Run, store: Path, words: tuple[str, ...], one: str, other: str
) -> None:
    before = digest(store)
    result = run(*words, one, other)
    assert result.exit_code == 0
    assert result.stdout.startswith("One person: Ada Kaltenbrun (")
    assert result.stdout.endswith("\nTo take it back: netaudit undo 2\n")
    assert are_one(run, ADA_IN, ADA_AT)
    undone = run("undo", "--yes")
    assert "said: " in undone.stdout
    assert "are one person\n      goes: 1 decision\nTaken back.\n" in undone.stdout
    assert not are_one(run, ADA_IN, ADA_AT)
    assert digest(store).partition("sqlite_sequence")[0] != before  # the id is used up


def test_the_history_tells_what_was_said(run: Run, store: Path) -> None:
    run("merge", ADA_IN, ADA_AT)
    run("match", "--different", f"{IN}ben-example", "@loudkiln")
    shown = run("imports", "--last", "2").stdout.splitlines()
    assert shown == [
        "   2  2026-11-15 18:00  said: Ada Kaltenbrun and @silver_heron are one person",
        "   3  2026-11-15 18:00  said: Ben Okoro and @loudkiln are two people",
    ]
    made = json.loads(run("imports", "--last", "1", "--format", "json").stdout)
    assert made["sections"][0]["tables"]["imports"] == [
        {"id": 3, "imported_at": "2026-11-15 18:00", "command": "match", "source": "match",
         "name": "Ben Okoro and @loudkiln are two people", "as_of": None},
    ]  # fmt: skip


def test_a_dry_run_tells_the_same_and_writes_nothing(run: Run, store: Path) -> None:
    run("merge", f"{IN}cleo-example", "@palegreen")
    before = store.read_bytes()
    for words in (
        ("merge", ADA_IN, ADA_AT), ("match", "--same", ADA_IN, ADA_AT),
        ("match", "--different", ADA_IN, ADA_AT), ("split", "@palegreen"),
    ):  # fmt: skip
        tried = run(*words, "--dry-run")
        assert (tried.exit_code, store.read_bytes() == before) == (0, True)
        assert tried.stdout.endswith("\nNothing was written: this was a dry run.\n")
    done = run("merge", ADA_IN, ADA_AT)
    tried = run("merge", f"{IN}ben-example", "@loudkiln", "--dry-run")
    assert done.stdout.splitlines()[0].startswith("One person: Ada")
    assert tried.stdout.splitlines()[0].startswith("One person: Ben")


def test_two_who_are_one_already_are_said_so(run: Run, store: Path) -> None:
    run("merge", ADA_IN, ADA_AT)
    before = digest(store)
    again = run("merge", ADA_AT, ADA_IN)
    assert again.exit_code == 0
    assert "is one person already; nothing was written" in again.stdout
    apart = run("match", "--different", ADA_IN, ADA_AT)
    assert apart.exit_code == ExitCode.USAGE
    assert "netaudit split" in apart.stderr
    assert digest(store) == before


def test_what_was_said_before_is_not_written_again(run: Run, store: Path) -> None:
    said = ("match", "--different", ADA_IN, ADA_AT)
    assert "netaudit undo 2" in run(*said).stdout
    again = run(*said)
    assert (again.exit_code, "you said so before" in again.stdout) == (0, True)
    assert len(run("imports", "--last", "9").stdout.split("said:")) == 2


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (ADA_IN, ADA_IN, "a person and themself"), (" @Silver_Heron", ADA_AT, "a person and them"),
        (ADA_IN, f"{IN}robin-quist", "is you"), ("@robinquist", ADA_AT, "is you"),
        ("Robin Quist", ADA_AT, "is you"), ("x.com/i/user/900", ADA_AT, "is you"),
        (ADA_IN, "@nobody", "is nobody in the store"), ("", ADA_IN, "is nobody in the store"),
        (ADA_IN, "Ben Okoro", "fits several people"), (ADA_IN, "\udcff", "is nobody in the store"),
    ],
)  # fmt: skip
def test_whoever_cannot_be_meant_is_refused(
    run: Run, store: Path, one: str, other: str, said: str
) -> None:
    before = digest(store)
    for words in (("merge",), ("match", "--same"), ("match", "--different")):
        result = run(*words, one, other)
        assert result.exit_code == ExitCode.USAGE
        assert said in result.stderr
    assert digest(store) == before


def test_a_name_of_several_is_asked_about_at_a_terminal(
    run: Run, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = run("merge", ADA_IN, "Ben Okoro").stderr
    assert all(where in refused for where in ("ben-example", "x.com/quietkiln", "x.com/loudkiln"))
    monkeypatch.setattr(asking, "can_ask", lambda: True)
    result = run("merge", ADA_IN, "Ben Okoro", stdin="1\n")
    assert (result.exit_code, "netaudit undo 2" in result.stdout) == (0, True)
    near = run("merge", ADA_IN, "Dan Ilvesnieme", stdin="1\n")
    assert (near.exit_code, "Who is 'Dan Ilvesnieme'?" in near.stderr) == (0, True)


def test_merging_outweighs_whatever_was_said_against_it(run: Run, store: Path) -> None:
    """Of any of their accounts; taken back, what was said before holds again."""
    run("merge", ADA_IN, f"{IN}dan-example")
    run("match", "--different", ADA_IN, ADA_AT)
    assert len(decisions(store)) == 3
    run("merge", ADA_AT, f"{IN}dan-example")
    assert are_one(run, ADA_IN, ADA_AT)
    assert {kind for kind, *_ in decisions(store)} == {"same"}
    run("undo", "--yes")
    assert [kind for kind, *_ in decisions(store)].count("different") == 2
    assert not are_one(run, ADA_IN, ADA_AT)


def test_whom_the_user_told_apart_no_export_joins(run: Run, store: Path) -> None:
    """The e-mail address in the address book is both of theirs."""
    run("match", "--different", f"{IN}dan-example", "@zedzed")
    twins = export(
        connection(url("dan-example"), "Dan Ilvesniemi", DAY + 3, email="dan@example.org"),
        exported_on=DAY + 300, name="later.zip",
    )  # fmt: skip
    linked = member(46, "zedzed", "Dan Ilvesniemi", "linkedin.com/in/dan-example")
    bring(store, twins, archive(listed(linked), exported_on=DAY + 300, name="later-x.zip"))
    assert not are_one(run, f"{IN}dan-example", "@zedzed")
    run("undo", "2", "--yes")
    assert are_one(run, f"{IN}dan-example", "@zedzed")


def test_a_person_of_two_sources_is_parted_without_more_words(run: Run, store: Path) -> None:
    run("merge", ADA_IN, ADA_AT)
    result = run("split", ADA_AT)
    assert result.exit_code == 0
    whole = name_of(run, ADA_IN)
    now = name_of(run, ADA_AT)
    assert result.stdout == (
        f"Taken out of {whole}: x.com/silver_heron, now {now}\nTo take it back: netaudit undo 3\n"
    )
    assert whole != now
    run("undo", "3", "--yes")
    assert are_one(run, ADA_IN, ADA_AT)


@pytest.mark.parametrize(
    "account",
    [
        ADA_AT, "x.com/silver_heron", "silver_heron", "https://twitter.com/i/user/42",
        "x.com/intent/user?user_id=42", "{id}", "{begin}",
    ],
)  # fmt: skip
def test_an_account_is_taken_out_by_whatever_names_it(run: Run, store: Path, account: str) -> None:
    number = world.ids(run)["Ada Kaltenbrun x"]
    run("merge", ADA_IN, ADA_AT)
    run("merge", ADA_IN, f"{IN}dan-example")
    result = run("split", ADA_IN, account.format(id=number, begin=number[:4].upper()))
    assert result.exit_code == 0
    assert not are_one(run, ADA_IN, ADA_AT)
    assert are_one(run, ADA_IN, f"{IN}dan-example")


def test_what_leaves_together_stays_together(run: Run, store: Path) -> None:
    for other in (f"{IN}dan-example", ADA_AT, "@zedzed"):
        run("merge", ADA_IN, other)
    result = run("split", ADA_IN, "@zedzed", f"{IN}dan-example", "@zedzed")
    assert result.stdout.count("Taken out of") == 2
    assert are_one(run, ADA_IN, ADA_AT)
    assert are_one(run, f"{IN}dan-example", "@zedzed")
    assert not are_one(run, ADA_IN, "@zedzed")


def test_what_a_rule_joined_is_parted_for_good(run: Run, home: Path) -> None:
    """Also after the same is imported again, and after the import that had joined it is undone."""
    store = home / "book.db"
    lists = export(
        connection(url("ada"), "Ada Kaltenbrun", DAY, email="office@example.org"),
        contact("Ada Kaltenbrun", "office@example.org", phones=["+15550100"]),
    )
    bring(store, lists)
    use = ("--store", str(store))
    shown = run("match", "--explain", f"{IN}ada", *use).stdout
    assert "the same e-mail address" in shown
    assert run("split", f"{IN}ada", "office@example.org", *use).exit_code == 0
    bring(store, export(*lists.files["file"], name="again.zip", exported_on=DAY + 200))
    assert "(netaudit undo 2)" in run("match", "--explain", f"{IN}ada", *use).stdout
    assert "office@example.org, Ada" not in run("match", "--explain", f"{IN}ada", *use).stdout
    run("undo", "1", "--yes", *use)
    assert "office@example.org, Ada" not in run("match", "--explain", f"{IN}ada", *use).stdout
    run("undo", "2", "--yes", *use)
    assert "office@example.org, Ada" in run("match", "--explain", f"{IN}ada", *use).stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "which accounts are somebody else's?"), (("@nobody",), "is no account of"),
        (("Ada Kaltenbrun",), "are several accounts of"),
        ((ADA_IN, ADA_AT, "{dan}", "{log}"), "these are all accounts of"),
        (("",), "is no account of"),
    ],
)  # fmt: skip
def test_a_split_that_is_not_clear_lists_the_accounts(
    run: Run, store: Path, words: tuple[str, ...], said: str
) -> None:
    number = world.ids(run)["Ada Kaltenbrun linkedin"]
    run("merge", ADA_IN, ADA_AT)
    bring(store, export(contact("Ada Kaltenbrun", "ada@example.org"), name="book.zip"))
    before = digest(store)
    book = "ada@example.org"
    result = run("split", number, *(w.format(dan=book, log=book) for w in words))
    assert result.exit_code == ExitCode.USAGE
    assert said in result.stderr
    assert result.stderr.startswith(f"The accounts:\n  {number}  {ADA_IN}, Ada Kaltenbrun\n")
    assert f"hint: for instance: netaudit split {number} " in result.stderr
    assert digest(store) == before


def test_one_account_cannot_be_split(run: Run, store: Path) -> None:
    result = run("split", "@zedzed")
    assert (result.exit_code, "only one account" in result.stderr) == (ExitCode.USAGE, True)


@pytest.fixture
def by_handle(run: Run, store: Path) -> None:
    """Have an account that is only Ada's handle, and Ada of X be Ada of LinkedIn."""
    heron = bearer("silver_heron")
    bring(store, archive(listed(heron, "follower"), name="handles.zip"))
    run("merge", ADA_IN, ADA_AT)


@pytest.mark.parametrize(
    ("person", "account"),
    [
        (ADA_AT, ADA_AT), (ADA_IN, ADA_AT), (ADA_IN, "x.com/i/user/42"), (ADA_AT, "{id}"),
        (ADA_IN, ""),
    ],
)  # fmt: skip
def test_an_id_of_x_leaves_with_its_handle(
    run: Run, store: Path, by_handle: None, person: str, account: str
) -> None:
    number = short_id(world.ADA_X.account)
    result = run("split", person, *filter(None, (account.format(id=number),)))
    assert result.exit_code == 0, result.stderr
    assert result.stdout.count("x.com/silver_heron, now Ada Kaltenbrun (") == 1
    assert len(decisions(store)) == 2
    told = run("match", "--explain", ADA_IN).stdout
    assert told.count("@silver_heron and Ada Kaltenbrun are two people (netaudit undo 4)") == 1
    only = run("split", ADA_AT)
    assert (only.exit_code, "has only one account" in only.stderr) == (ExitCode.USAGE, True)


def test_a_handle_that_is_somebody_elses_is_taken_out_by_its_id(
    run: Run, store: Path, by_handle: None
) -> None:
    assert run("split", ADA_IN, "nobody").stderr.count("x.com/silver_heron") == 1
    handle = short_id(bearer("silver_heron").account)
    assert run("split", ADA_IN, handle).exit_code == 0
    assert are_one(run, ADA_IN, "x.com/i/user/42")
    assert not are_one(run, ADA_IN, handle)


def test_a_name_in_the_log_follows_by_itself_and_is_said_to_be_unclear(
    run: Run, store: Path
) -> None:
    run("merge", ADA_IN, ADA_AT)
    bring(store, log(entry("Ada Kaltenbrun", DAY + 40), name="more.csv"))
    result = run("split", ADA_AT)
    assert result.exit_code == 0
    assert "'Ada Kaltenbrun' in the log fits several people now" in result.stderr
    name = result.stderr.rpartition("netaudit merge ID ")[2].strip()
    assert run("merge", ADA_AT, name).exit_code == 0
    assert f"  {name} Ada Kaltenbrun (a name in your log)" in run(
        "match", "--explain", ADA_AT
    ).stdout.replace("\n           ", " ")
    # What the user said of the name holds when it is parted from them again.
    run("merge", ADA_IN, ADA_AT)
    assert run("split", ADA_AT, ADA_IN).exit_code == 0
    assert not are_one(run, ADA_IN, ADA_AT)


def test_a_name_that_was_said_to_be_of_both_sides_does_not_hold_them_together(
    run: Run, store: Path
) -> None:
    bring(store, log(entry("Ace"), name="more.csv"))
    run("merge", "Ace", ADA_AT)
    accounts = run("split", ADA_AT, "none").stderr.split()
    name = accounts[accounts.index("Ace") - 1]
    run("split", ADA_AT, name)
    run("merge", "Ace", "@zedzed")
    assert not are_one(run, ADA_AT, "@zedzed")
    run("undo", "4", "--yes")
    assert are_one(run, ADA_AT, "@zedzed")
    assert run("split", "@zedzed", ADA_AT).exit_code == 0
    assert not are_one(run, ADA_AT, "@zedzed")
    assert are_one(run, "Ace", "@zedzed")


def test_a_name_goes_with_whom_the_user_said_it_is(run: Run, store: Path) -> None:
    bring(store, log(entry("Ace"), name="more.csv"))
    run("merge", "Ace", ADA_AT)
    run("merge", ADA_AT, "@zedzed")
    assert run("split", "@zedzed", ADA_AT).exit_code == 0
    assert are_one(run, "Ace", ADA_AT)
    assert not are_one(run, "Ace", "@zedzed")


def test_a_name_in_the_log_can_be_taken_out(run: Run, store: Path) -> None:
    result = run("split", f"{IN}dan-example", "Dan Ilvesniemi")
    assert result.exit_code == ExitCode.USAGE
    name = result.stderr.rpartition("netaudit split ")[2].split()[1]
    assert run("split", f"{IN}dan-example", name).exit_code == 0
    assert decisions(store) == [("different", "dan ilvesniemi", "dan-example")]
    assert not are_one(run, f"{IN}dan-example", name)


def test_splits_of_people_joined_by_the_user_go_through_all_they_said(
    run: Run, store: Path
) -> None:
    """Ada is Zed, who is Dan: taking Ada out parts her from both."""
    run("merge", ADA_IN, "@zedzed")
    run("merge", "@zedzed", f"{IN}dan-example")
    assert run("split", ADA_IN, ADA_IN).exit_code == 0
    assert not are_one(run, ADA_IN, "@zedzed")
    assert are_one(run, "@zedzed", f"{IN}dan-example")


def test_whom_the_user_told_apart_a_split_does_not_join(run: Run, store: Path) -> None:
    """Ada is Zed and Dan is Zed outweighs that Ada is not Dan, until Zed is out."""
    run("match", "--different", ADA_IN, f"{IN}dan-example")
    run("merge", ADA_IN, "@zedzed")
    with Store.open(store) as opened:
        zed, dan = world.ZED_X.account, world.DAN
        decide(opened, [Decision("same", zed, dan)], resolve_links)
    assert are_one(run, ADA_IN, f"{IN}dan-example")
    assert run("split", ADA_IN, "@zedzed").exit_code == 0
    assert not are_one(run, ADA_IN, f"{IN}dan-example")
