"""What tests of `netaudit doctor` share: a store where all is well, and what is told of it."""

import json
import shutil
from pathlib import Path

from cli.program import Run

MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
    "SUBJECT,CONTENT,FOLDER\n"
    "1,,Ana Ruiz-Example,https://www.linkedin.com/in/ana-example,Robin Quist,"
    "https://www.linkedin.com/in/robin-example,2026-11-01 09:00:00 UTC,,hello,INBOX\n"
)


def begin(run: Run, connections: Path, home: Path) -> Path:
    """Import an export and log an entry; return the store."""
    folder = home / "export"
    folder.mkdir()
    shutil.move(connections, folder / "Connections.csv")
    (folder / "messages.csv").write_text(MESSAGES, "utf-8")
    made = run(
        "import", "export", "--exported-on", "2026-11-12", "--me", "linkedin.com/in/robin-example"
    )
    assert made.exit_code == 0, made.stderr
    assert run("log", "Ana Ruiz-Example", "coffee", "--on", "2026-11-14").exit_code == 0
    return home / ".local/share/netaudit/netaudit.db"


def told(run: Run, *options: str, code: int = 0) -> dict[str, tuple[str, str, str]]:
    """Return what each check found: result, sentence and advice."""
    made = run("doctor", "--format", "json", *options)
    assert made.exit_code == code, made.stderr
    rows = json.loads(made.stdout)["sections"][0]["tables"]["checks"]
    return {row["check"]: (row["result"], row["found"], row["advice"]) for row in rows}


def content(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}
