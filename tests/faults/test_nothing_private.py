"""Not a word of a message, a subject or an invitation comes into the store."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from faults.runs import finish
from netaudit.store import Store
from store.snapshots import counts

ROBIN = "https://www.linkedin.com/in/robin-quist-example"
ANA = "https://www.linkedin.com/in/ana-ruiz-example"
CONNECTIONS = f"""Notes:
"When exporting your connection data, NOTESCANARY"

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ana,Ruiz,{ANA},ana@example.org,Blue Kiln,Potter,08 Feb 2026
"""
INVITATIONS = f"""From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl
Robin Quist,Ana Ruiz,"2/7/26, 9:15 AM",INVITECANARY to you,OUTGOING,{ROBIN},{ANA}
"""
MESSAGES = f"""CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,\
RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT
2-THREADCANARY==,TITLECANARY,Robin Quist,{ROBIN},Ana Ruiz,{ANA},\
2026-02-08 10:00:00 UTC,SUBJECTCANARY,"BODYCANARY, ÜMLAUTCANARY",INBOX,https://FILECANARY,No
2-b==,,Ana Ruiz,{ANA},Robin Quist,{ROBIN},2026-02-08 11:00:00 UTC,,BODYCANARY,INBOX,,No
2-c==,,Zed Hype,https://www.linkedin.com/in/spamcanary,Robin Quist,{ROBIN},\
2026-02-09 11:00:00 UTC,SPAMCANARY,SPAMCANARY,SPAM,,No
2-d==,Sponsored Conversation,Ad Man,https://www.linkedin.com/in/adcanary,Robin Quist,{ROBIN},\
2026-02-09 12:00:00 UTC,ADCANARY,ADCANARY,INBOX,,No
2-e==,,Robin Quist,{ROBIN},Ana Ruiz,{ANA},2026-02-09 13:00:00 UTC,,DRAFTCANARY,INBOX,,Yes
"""
PROFILE = """First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry
Robin,Quist,MAIDENCANARY,STREETCANARY,BIRTHCANARY,HEADLINECANARY,SUMMARYCANARY,INDUSTRYCANARY
"""


@pytest.fixture
def export(tmp_path: Path) -> Path:
    folder = tmp_path / "export"
    folder.mkdir()
    for name, text in (
        ("Connections.csv", CONNECTIONS), ("Invitations.csv", INVITATIONS),
        ("messages.csv", MESSAGES), ("Profile.csv", PROFILE),
        ("Passed over.csv", "a,b\nFILECANARY,1\n"),
    ):  # fmt: skip
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def forms(word: str) -> Iterator[bytes]:
    for case in (word, word.casefold()):
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            yield case.encode(encoding)


def test_what_people_wrote_is_in_no_byte_of_the_store(tmp_path: Path, export: Path) -> None:
    path = tmp_path / "data" / "netaudit.db"
    before = {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in export.iterdir()}
    finish(path, export)
    with Store.open(path) as store:
        store.back_up()
    held = counts(path)
    assert [held[name] for name in ("tie", "signal", "message")] == [1, 1, 2]
    files = [f for f in path.parent.rglob("*") if f.is_file()]
    assert len(files) == 2
    everything = b"".join(file.read_bytes() for file in files)
    assert b"Ana Ruiz" in everything
    for form in [*forms("CANARY"), *forms("2-THREAD")]:
        assert form not in everything
    after = {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in export.iterdir()}
    assert after == before
