"""Exports in which everything that nobody may keep is a canary: a word that is easy to find."""

from pathlib import Path

from importers import x_made
from importers.x_made import BO, CLEO, conversation, message, post, script

ROBIN = "https://www.linkedin.com/in/robin-quist-example"
ANA = "https://www.linkedin.com/in/ana-ruiz-example"
MARA = "https://www.linkedin.com/in/mara-holt-example"
CONNECTIONS = f"""Notes:
"When exporting your connection data, NOTESCANARY"

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ana,Ruiz,{ANA},ana@example.org,Blue Kiln,Potter,08 Feb 2026
Mara,Holt,{MARA},mara@example.org,Acme,Baker,08 Mar 2025
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
LOG = """date,person,channel,direction,purpose,note
2026-09-01,Ana Ruiz,coffee,both,gave,a glaze
2026-10-25,Ana Ruiz,call,both,,
2026-11-09,Mara Holt,email,in,was_asked,for bread
"""


def write_linkedin(folder: Path) -> Path:
    """Write an export of LinkedIn."""
    folder.mkdir()
    for name, text in (
        ("Connections.csv", CONNECTIONS), ("Invitations.csv", INVITATIONS),
        ("messages.csv", MESSAGES), ("Profile.csv", PROFILE),
        ("Passed over.csv", "a,b\nFILECANARY,1\n"),
    ):  # fmt: skip
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def write_x(folder: Path) -> Path:
    """Write an archive of X."""
    files = x_made.archive()
    answered = post("2026-10-02T10:00", "@bo_lind POSTCANARY", BO, (BO, CLEO))
    posted = post("2026-10-03T10:00", "RT @cleo_v: SHAREDCANARY", "", (CLEO,))
    alone = post("2026-10-04T10:00", "ALONECANARY https://LINKCANARY.example")
    like = {"tweetId": "1626000000000000000", "fullText": "LIKEDCANARY"}
    secret = message("2026-10-05T09:00", BO, x_made.ME, text="DIRECTCANARY")
    secret["messageCreate"] |= {"urls": ["https://URLCANARY"], "mediaUrls": ["MEDIACANARY"]}  # type: ignore[operator]  # a dict of anything
    owner = {"accountId": x_made.ME, "username": "robin_q", "accountDisplayName": "Robin Quist"}
    owner |= {"email": "robin@example.com", "createdVia": "VIACANARY"}
    files |= {
        "data/manifest.js": x_made.manifest(
            following=3, follower=2, tweets=3, direct_messages=1, like=1
        ),
        "data/account.js": script("account", [{"account": owner}]),
        "data/tweets.js": script("tweets", [answered, posted, alone]),
        "data/like.js": script("like", [{"like": like}]),
        "data/direct-messages.js": script(
            "direct_messages",
            [conversation(BO, secret, message("2026-10-04T09:00", x_made.ME, BO, text="DMCANARY"))],
        ),
        "data/note-tweet.js": script("note_tweet", [{"noteTweet": {"core": "LONGCANARY"}}]),
        "data/deleted-tweets.js": script(
            "deleted_tweets", [post("2026-10-01T10:00", "GONECANARY")]
        ),
        "data/profile.js": script("profile", [{"profile": {"description": {"bio": "BIOCANARY"}}}]),
    }  # fmt: skip
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def write_all(folder: Path) -> list[Path]:
    """Write exports of both and a log, and return where they are."""
    folder.mkdir(exist_ok=True)
    log = folder / "log.csv"
    log.write_text(LOG, "utf-8")
    return [write_linkedin(folder / "export"), write_x(folder / "twitter"), log]
