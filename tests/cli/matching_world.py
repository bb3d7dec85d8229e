"""A small store of LinkedIn and X in which some people may be one."""

import json
from pathlib import Path

from cli.program import Run
from netaudit.records import Profile
from store.on_x import archive, direct_message, listed, member
from store.snapshots import DAY, bring, connection, entry, export, log, noon, url

ADA, BEN, CLEO, DAN = (url(f"{name}-example") for name in ("ada", "ben", "cleo", "dan"))
ADA_X = member(42, "silver_heron", "Ada Kaltenbrun", "Trains and tea")
BEN_X, BEN_2 = member(43, "quietkiln", "Ben Okoro"), member(44, "loudkiln", "Ben Okoro")
CLEO_X = member(45, "palegreen", "Cleo Vantongeren")
ZED_X = member(46, "zedzed", "Zed \x1b[31mRed")


def begin(home: Path) -> Path:
    """Write the store of that home and return it: two likely pairs, and two possible ones."""
    path = home / ".local" / "share" / "netaudit" / "netaudit.db"
    bring(
        path,
        export(
            connection(ADA, "Ada Kaltenbrun", DAY, "Alto Rail", "ada@example.org"),
            connection(BEN, "Ben Okoro", DAY + 1), connection(CLEO, "Cleo Vantongeren", DAY + 2),
            connection(DAN, "Dan Ilvesniemi", DAY + 3),
            Profile(url("robin-quist"), "Robin Quist"),
        ),
        archive(
            *map(listed, (ADA_X, BEN_X, BEN_2, CLEO_X, ZED_X)),
            listed(ADA_X, "follower")._replace(continues=True),
            direct_message(ADA_X, noon(DAY + 20)),
        ),
        log(entry("Dan Ilvesniemi", DAY + 30)),
    )  # fmt: skip
    return path


def pairs(run: Run, *options: str) -> list[tuple[str, str, str]]:
    """Return the pairs that `netaudit match` lists: the two names, and the verdict."""
    made = json.loads(run("match", "--format", "json", *options).stdout)
    rows = made["sections"][0]["tables"]["pairs"]
    return [(row["one"], row["other"], row["verdict"]) for row in rows]


def ids(run: Run) -> dict[str, str]:
    """Return name and platform of those in the pairs -> id, such as `Ada Kaltenbrun x`."""
    made = json.loads(run("match", "--format", "json", "--possible").stdout)
    found = {}
    for row in made["sections"][0]["tables"]["pairs"]:
        found[f"{row['one']} linkedin"] = row["one_id"]
        found[f"{row['other']} x"] = row["other_id"]
    return found


def people(run: Run) -> int:
    """Return how many people are on record."""
    made = json.loads(run("report", "--format", "json").stdout)
    (section,) = (s for s in made["sections"] if s["key"] == "coverage")
    return int(section["figures"]["people"])
