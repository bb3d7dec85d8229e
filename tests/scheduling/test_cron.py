"""The block in a crontab, and everything else in it."""

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from netaudit.errors import InputRefused, UsageError
from netaudit.scheduling import cron
from netaudit.scheduling.command import Job, Mail
from netaudit.scheduling.timing import Moment

MONDAY = Moment(0, 7, 0)
JOB = Job(("/usr/bin/netaudit", "weekly"))
BLOCK = cron.block(MONDAY, JOB)
OTHER = cron.block(Moment(4, 16, 30), Job(("/usr/bin/netaudit", "weekly", "--only-if-changed")))
BEGIN, _, _, END, _ = BLOCK.split(b"\n")

CRONTABS = [
    b"",
    b"\n",
    b"# m h  dom mon dow   command\n*/5 * * * * /usr/bin/true\n",
    b"MAILTO=you@example.org\nCRON_TZ=Asia/Tokyo\n@reboot echo 'caf\xe9' \xff\xfe\x00\n",
    b"0 1 * * * a%b\\%c\r\n\r\n0 2 * * * d\r\n",
    b"   \t\n\n\n# netaudit weekly\n#>>> netaudit\n",
    "0 3 * * * écho 'ünï' \u2028 more\n".encode(),
    b"0 4 * * * x\x0cy\x0bz\x85\x1c\x1d\n",
]  # fmt: skip


def test_the_block_to_the_letter() -> None:
    assert BLOCK.decode() == (
        "# >>> netaudit weekly >>>\n"
        "# From `netaudit schedule --install`; `netaudit schedule --remove` takes it out.\n"
        "0 7 * * 1 /usr/bin/netaudit weekly\n"
        "# <<< netaudit weekly <<<\n"
    )


@pytest.mark.parametrize("crontab", CRONTABS)
def test_all_else_is_kept_to_the_byte(crontab: bytes) -> None:
    added = cron.put(crontab, BLOCK)
    assert added == crontab + BLOCK
    assert cron.put(added, BLOCK) == added
    changed = cron.put(added, OTHER)
    assert changed == crontab + OTHER
    assert cron.take_out(added) == cron.take_out(changed) == crontab


@given(above=st.binary(), below=st.binary())
def test_the_block_is_changed_in_its_place(above: bytes, below: bytes) -> None:
    assume(BEGIN not in above + below and END not in above + below)
    above = above and above + b"\n"
    crontab = above + BLOCK + below
    assert cron.put(crontab, OTHER) == above + OTHER + below
    assert cron.take_out(crontab) == above + below


def test_a_last_line_without_an_end_gets_one() -> None:
    assert cron.put(b"0 1 * * * a", BLOCK) == b"0 1 * * * a\n" + BLOCK


@pytest.mark.parametrize("end", [b"\r\n", b"  \n", b""])
def test_a_block_whose_line_ends_were_changed_is_known(end: bytes) -> None:
    crontab = b"0 1 * * * a\n" + BLOCK.rstrip(b"\n") + end
    assert cron.take_out(crontab) == b"0 1 * * * a\n"
    carriage = b"0 1 * * * a\r\n" + BLOCK.replace(b"\n", b"\r\n") + b"0 2 * * * b\r\n"
    assert cron.take_out(carriage) == b"0 1 * * * a\r\n0 2 * * * b\r\n"


def test_what_is_not_there_cannot_be_taken_out() -> None:
    assert cron.find(b"0 1 * * * a\n") is None
    assert cron.take_out(b"0 1 * * * a\n") == b"0 1 * * * a\n"


@pytest.mark.parametrize(
    "crontab",
    [
        BEGIN + b"\n0 1 * * * a\n",
        b"0 1 * * * a\n" + END + b"\n",
        END + b"\n" + BEGIN + b"\n",
        BLOCK + BLOCK,
        BLOCK + BEGIN + b"\n",
        BEGIN + b"\n" + BLOCK,
    ],
)
def test_damaged_marks_are_refused(crontab: bytes) -> None:
    for work in (cron.find, cron.take_out, lambda c: cron.put(c, BLOCK)):
        with pytest.raises(InputRefused) as refused:
            work(crontab)
        assert refused.value.hint
        assert "crontab -e" in refused.value.hint


@pytest.mark.parametrize(
    "inside",
    [
        BLOCK.replace(END, b"0 1 * * * a\n" + END),
        BLOCK.replace(BEGIN, BEGIN + b"\nMAILTO=you"),
        BEGIN + b"\n# my own\n" + END + b"\n",
        BLOCK.replace(END, b"5 8 * * 2 /usr/bin/netaudit weekly -o mine.md\n" + END),
    ],
)
def test_lines_of_others_between_the_marks_are_refused_and_not_lost(inside: bytes) -> None:
    for work in (cron.find, cron.take_out, lambda c: cron.put(c, BLOCK)):
        with pytest.raises(InputRefused, match="not its own") as refused:
            work(b"0 1 * * * b\n" + inside)
        assert "crontab -e" in (refused.value.hint or "")


def test_an_empty_block_and_one_with_another_time_are_known() -> None:
    for inside in (BEGIN + b"\n\n" + END + b"\n", BLOCK.replace(b"0 7", b"#5 8")):
        assert cron.put(b"a\n" + inside + b"b\n", BLOCK) == b"a\n" + BLOCK + b"b\n"


def test_a_percent_sign_is_refused_as_cron_would_end_the_line_there() -> None:
    with pytest.raises(UsageError, match="%"):
        cron.block(MONDAY, Job(("/a%b/netaudit", "weekly")))
    with pytest.raises(UsageError, match="%"):
        cron.block(MONDAY, Job(("a",), {"NETAUDIT_CONFIG": "/%"}))
    with pytest.raises(UsageError, match="%"):
        cron.block(MONDAY, Job(("a",), mail=Mail(Path("/%/mail"), "you")))


def test_a_line_longer_than_cron_takes_is_refused() -> None:
    fits = "x" * (998 - len("0 7 * * 1 "))
    assert fits.encode() in cron.block(MONDAY, Job((fits,)))
    with pytest.raises(UsageError, match="998 bytes"):
        cron.block(MONDAY, Job((fits + "x",)))
    with pytest.raises(UsageError, match="998 bytes"):
        cron.block(MONDAY, Job(("é" * 500,)))


@pytest.mark.parametrize(
    ("crontab", "said"),
    [
        (b"SHELL=/usr/bin/fish\n", "sets SHELL"),
        (b'"SHELL" = "/bin/csh"\r\n', "sets SHELL"),
        (b"  CRON_TZ = Asia/Tokyo\n", "sets CRON_TZ"),
        (b"HOME=/srv\n", "sets HOME"),
        (b"MAILTO=\n", "MAILTO to nobody"),
        (b'MAILTO=""\n', "MAILTO to nobody"),
        (b"SHELL=/bin/bash\n", None),
        (b"PATH=/bin\nMAILTO=you@example.org\n", None),
        (b"MAILTO=\nMAILTO=you\n", None),
        (b"# SHELL=/bin/csh\n0 1 * * * HOME=/x a\n", None),
    ],
)
def test_settings_above_the_block_that_change_its_meaning_are_told(
    crontab: bytes, said: str | None
) -> None:
    for whole in (crontab + BLOCK, crontab):
        told = cron.notices(whole, cron_mails=True)
        assert len(told) == (said is not None)
        assert said is None or said in told[0]
    assert cron.notices(BLOCK + crontab, cron_mails=True) == []


def test_who_is_mailed_matters_only_if_cron_mails() -> None:
    assert cron.notices(b"MAILTO=\n", cron_mails=False) == []
