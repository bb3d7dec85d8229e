"""The line that is run, run by a real shell with programs that write down what they were given."""

import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netaudit.errors import UsageError
from netaudit.scheduling.command import Job, Mail, noted_errors, read_address

WORDS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=30)
HOSTILE = [
    "a b",
    "it's",
    '"',
    "$HOME",
    "`id`",
    "\\",
    "a\\",
    "~",
    "*",
    "&& rm",
    "#",
    "!1",
    "=",
    "éß字",
]


def program(place: Path, body: str) -> Path:
    """Write a program that runs some Python."""
    place.write_text(f"#!{sys.executable} -S\n{textwrap.dedent(body)}", "utf-8")
    place.chmod(0o700)
    return place


def run(line: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a line as cron does."""
    return subprocess.run(
        ["/bin/sh", "-c", line], capture_output=True, text=True, check=False, cwd="/",
        env={"HOME": "/nonexistent", "PATH": "/usr/bin:/bin", "SHELL": "/bin/sh"} | environment,
    )  # fmt: skip


@pytest.fixture(scope="module")
def echo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a program under an awkward path that prints its words and one variable."""
    folder = tmp_path_factory.mktemp("it's $a=b %s; é")
    body = """
        import os, sys
        sys.stdout.buffer.write(b"\\0".join(
            os.fsencode(w) for w in [*sys.argv[1:], os.environ.get("NETAUDIT_CONFIG", "none")]
        ))
    """
    return program(folder / "netaudit", body)


def given_words(line: str) -> list[str]:
    done = subprocess.run(["/bin/sh", "-c", line], capture_output=True, check=True, env={})
    return [os.fsdecode(word) for word in done.stdout.split(b"\0")]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(words=st.lists(WORDS, max_size=3), config=WORDS)
def test_the_shell_gives_back_every_word(echo: Path, words: list[str], config: str) -> None:
    job = Job((str(echo), *words), {"NETAUDIT_CONFIG": config})
    assert given_words(job.shell()) == [*words, config]


def test_the_shell_gives_back_hostile_words(echo: Path) -> None:
    assert given_words(Job((str(echo), *HOSTILE)).shell()) == [*HOSTILE, "none"]


def test_a_plain_line_is_plain() -> None:
    job = Job(("/usr/bin/netaudit", "weekly", "--as-of", "sunday"), {"NETAUDIT_CONFIG": "/c d"})
    assert job.shell() == "NETAUDIT_CONFIG='/c d' /usr/bin/netaudit weekly --as-of sunday"


@pytest.mark.parametrize(
    "word", ["a\nb", "a\rb", "\x00", "\x1b[2J", "\x85", "\udcff", "\ufffe", "\U0010ffff", "\ufdd0"]
)
def test_what_no_file_of_a_scheduler_can_hold_is_refused(word: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no scheduler"):
        Job((word,))
    with pytest.raises(UsageError, match="no scheduler"):
        Job(("a",), {"NETAUDIT_CONFIG": word})
    with pytest.raises(UsageError, match="no scheduler"):
        Job(("a",), mail=Mail(Path(f"/{word}"), "you"))
    with pytest.raises(UsageError, match="no scheduler"):
        Job(("a",), errors=Path(f"/{word}"))


@pytest.mark.parametrize("text", ["you@example.org", "you", "a.b+c_d-e@mail.example.org", "y@host"])
def test_addresses_are_taken(text: str) -> None:
    assert read_address(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "", "-s", "--", "a b@example.org", "a@example.org,b@example.org", "a@b@c", "@example.org",
        "a@", "/etc/passwd", "a/b", "|sh", "+folder", "'a'@example.org", '"a"@example.org',
        "a@example.org\n", "$(id)@example.org", "`id`", "a;b", "a%b@example.org", "~a", "é@x.org",
        "a..b@example.org", "<a@example.org>", "a&b", ".a@example.org",
    ],
)  # fmt: skip
def test_what_mail_could_take_for_something_else_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="no plain address"):
        read_address(text)


class Mailing:
    """A job that mails, with a `mail` that appends what it was given to a file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sent = folder / "sent"
        body = f"""
            import os, sys
            with open({str(self.sent)!r}, "ab") as sent:
                sent.write(repr((sys.argv[1:], os.environ["LC_ALL"])).encode() + b"\\n")
                sent.write(sys.stdin.buffer.read())
        """
        self.mail = Mail(program(folder / "ma il", body), "you@example.org")

    def run(self, body: str) -> str:
        """Run a netaudit of that body, and return what was mailed."""
        place = program(self.folder / "netaudit", body)
        done = run(Job((str(place), "weekly"), mail=self.mail).shell())
        self.code, self.said = done.returncode, done.stdout + done.stderr
        return self.sent.read_text("utf-8") if self.sent.exists() else ""


HEAD = "(['-s', 'netaudit weekly', 'you@example.org'], 'C.UTF-8')\n"
FAILED = HEAD.replace("weekly'", "weekly failed'")


@pytest.fixture
def mailing(tmp_path: Path) -> Mailing:
    folder = tmp_path / "a b"
    folder.mkdir()
    return Mailing(folder)


def test_a_summary_is_mailed_and_no_copy_stays(mailing: Mailing) -> None:
    assert mailing.run("print('Å week')") == f"{HEAD}Å week\n"
    assert (mailing.code, mailing.said) == (0, "")


def test_an_empty_summary_is_not_mailed(mailing: Mailing) -> None:
    assert mailing.run("pass") == ""
    assert (mailing.code, mailing.said) == (0, "")


def test_an_error_is_mailed_as_one(mailing: Mailing) -> None:
    body = "import sys; print('netaudit: error: no store', file=sys.stderr); sys.exit(10)"
    assert mailing.run(body) == f"{FAILED}netaudit: error: no store\n"
    assert (mailing.code, mailing.said) == (10, "")


def test_a_failure_without_a_word_is_mailed(mailing: Mailing) -> None:
    said = "netaudit ended without a word, with exit code 7\n"
    assert mailing.run("raise SystemExit(7)") == f"{FAILED}{said}"
    assert (mailing.code, mailing.said) == (7, "")


def test_a_program_that_is_gone_is_mailed(mailing: Mailing) -> None:
    line = Job((str(mailing.folder / "gone"), "weekly"), mail=mailing.mail).shell()
    assert run(line).returncode == 127
    sent = mailing.sent.read_text("utf-8")
    assert sent.startswith(FAILED)
    assert "not found" in sent


def test_nothing_is_written_but_the_mail(mailing: Mailing) -> None:
    before = {path.name for path in mailing.folder.iterdir()}
    mailing.run("print('week')")
    assert {path.name for path in mailing.folder.iterdir()} == before | {"netaudit", "sent"}


def test_what_is_said_arrives_to_the_letter(mailing: Mailing) -> None:
    said = "\\n \\c $HOME `id` %s \"'\n\n" + "Zoë, 15 days\n" * 5_000 + "end"
    assert mailing.run(f"print({said!r})") == f"{HEAD}{said}\n"


@pytest.mark.parametrize(("path", "then"), [("/nonexistent", ":/nonexistent"), ("", "")])
def test_the_path_of_a_crontab_does_no_harm(mailing: Mailing, path: str, then: str) -> None:
    place = program(mailing.folder / "netaudit", "import os; print(os.environ['PATH'])")
    done = run(Job((str(place),), mail=mailing.mail).shell(), PATH=path)
    assert (done.returncode, done.stderr) == (0, "")
    assert mailing.sent.read_text("utf-8") == f"{HEAD}/usr/bin:/bin{then}\n"


def test_a_mail_that_could_not_be_sent_is_a_failure(mailing: Mailing) -> None:
    program(mailing.mail.program, "raise SystemExit(75)")
    mailing.run("print('unsent')")
    assert mailing.code == 75


def test_the_line_leaves_room_for_long_paths(mailing: Mailing) -> None:
    job = Job(("a" * 100, "weekly", "b" * 150), {"NETAUDIT_CONFIG": "c" * 150}, mailing.mail)
    assert len(job.shell()) < 900


def test_no_line_is_a_command_to_mail(mailing: Mailing) -> None:
    """Some obey `~!command` also without a terminal, and GNU's takes a dot for the end."""
    sent = mailing.run("print('~!touch /tmp/x\\na ~b.\\n~~\\n  ~!c\\n.\\nend')")
    assert sent == f"{HEAD} ~!touch /tmp/x\na ~b.\n ~~\n  ~!c\n .\nend\n"


class Noting:
    """A job whose errors are kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.errors = folder / "it's; $HOME"

    def run(self, body: str, **environment: str) -> subprocess.CompletedProcess[str]:
        place = program(self.folder / "netaudit", body)
        return run(Job((str(place), "weekly"), errors=self.errors).shell(), **environment)


@pytest.fixture
def noting(tmp_path: Path) -> Noting:
    return Noting(tmp_path)


def test_errors_are_kept_and_said(noting: Noting) -> None:
    done = noting.run("import sys; print('summary'); sys.exit('netaudit: error: é')")
    assert (done.returncode, done.stdout, done.stderr) == (1, "summary\n", "netaudit: error: é\n")
    assert noting.errors.read_text("utf-8") == "netaudit: error: é\n"
    assert noting.errors.stat().st_mode & 0o777 == 0o600
    silent = noting.run("raise SystemExit(7)", PATH="/nonexistent")
    assert silent.returncode == 7
    assert silent.stderr == "netaudit ended without a word, with exit code 7\n"
    assert noting.errors.read_text("utf-8") == silent.stderr


def test_after_a_run_that_went_well_nothing_is_kept(noting: Noting) -> None:
    noting.errors.write_text("last week's", "utf-8")
    done = noting.run("print('summary')")
    assert (done.returncode, done.stdout, done.stderr) == (0, "summary\n", "")
    assert noting.errors.read_text("utf-8") == ""


def test_where_errors_cannot_be_kept_they_are_said(noting: Noting) -> None:
    noting.errors = noting.folder / "gone" / "errors"
    done = noting.run("print('never')")
    assert done.returncode not in {0, None}
    assert str(noting.errors) in done.stderr


@given(place=WORDS.filter(lambda text: text not in {".", ".."}).map(lambda text: Path("/p", text)))
def test_where_errors_are_is_read_from_the_line(place: Path) -> None:
    line = Job(("/bin/true", "e=; f"), {"NETAUDIT_CONFIG": "; e=x; "}, errors=place).shell()
    assert noted_errors(f"0 7 * * 1 {line}") == place
    assert noted_errors(Job(("/bin/true", "; e=x; ")).shell()) is None


SHELLS = [name for name in ("sh", "dash", "bash", "ksh", "zsh") if shutil.which(name)]


@pytest.mark.parametrize("shell", SHELLS)
def test_kept_errors_are_so_to_every_shell_at_hand(noting: Noting, shell: str) -> None:
    place = program(noting.folder / "netaudit", "import sys; sys.exit('said')")
    line = Job((str(place),), errors=noting.errors).shell()
    assert "%" not in line
    done = subprocess.run([shell, "-c", line], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"said\n")
    assert noting.errors.read_text("utf-8") == "said\n"


@pytest.mark.parametrize("shell", SHELLS)
def test_the_line_is_one_to_every_shell_at_hand(mailing: Mailing, shell: str) -> None:
    line = Job(("/bin/echo", *HOSTILE), mail=mailing.mail).shell()
    assert "\n" not in line
    assert "%" not in line
    done = subprocess.run([shell, "-c", line], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert mailing.sent.read_text("utf-8") == HEAD + " ".join(HOSTILE) + "\n"
