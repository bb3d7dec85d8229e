"""The tables that the program reads as CSV, each with two plain rows to be spoilt.

No cell holds a comma or a quotation mark, so that either is what an entry puts there.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from catalogue.catalogue import A, Case, Content, N, Outcome, S
from importers.made import CONNECTIONS as LISTED
from importers.made import INVITATIONS as INVITED
from importers.made import LINK
from importers.made import MESSAGES as SENT

_ME = f"Robin Quist,{LINK}robin-quist-example"
#: What is said of every list of LinkedIn's that lost a row.
_NOT_WHOLE = "with rows that cannot be read, nobody is taken off the list"
_RESAVED = "re-saved by a spreadsheet; read, but the original is safer"


@dataclass(frozen=True)
class Table:
    """A file: what it is, its name, its header, and two rows about an Ada and a Bo."""

    what: str
    name: str
    header: str
    rows: tuple[str, str]
    is_list: bool = False
    is_export: bool = True

    def text(self, *rows: str, header: str | None = None, end: str = "\n") -> str:
        """Return the file with these rows, or with its own."""
        lines = (self.header if header is None else header, *(rows or self.rows))
        return "".join(f"{line}{end}" for line in lines)

    def spoilt(self, spoil: Callable[[str], str]) -> str:
        """Return the file with its first row spoilt."""
        return self.text(spoil(self.rows[0]), self.rows[1])

    def named(self, first: str, second: str = "Bo") -> str:
        """Return the file with other first names in it."""
        ada, bo = self.rows
        return self.text(ada.replace("Ada", first), bo.replace("Bo ", f"{second} ", 1))


LOG = Table(
    "the log", "log.csv", "date,person,channel,medium,direction,purpose,note,group,id",
    ("2026-05-01,Ada Kaltenbrun,call,,,,kept,1,n-1", "2026-05-02,Bo Kaltenbrun,coffee,,,,,1,n-2"),
    is_export=False,
)  # fmt: skip
CONNECTIONS = Table(
    "connections", "Connections.csv", LISTED,
    (
        f"Ada ,Kaltenbrun,{LINK}ada-example,,Acme,Potter,08 Feb 2026",
        f"Bo ,Kaltenbrun,{LINK}bo-example,,Acme,Baker,09 Feb 2026",
    ),
    is_list=True,
)  # fmt: skip
MESSAGES = Table(
    "messages", "messages.csv", SENT,
    (
        f"2-a,,{_ME},Ada Kaltenbrun,{LINK}ada-example,2026-05-01 10:00:00 UTC,,Hello,INBOX",
        f"2-b,,Bo Kaltenbrun,{LINK}bo-example,{_ME},2026-05-02 10:00:00 UTC,,Hello,INBOX",
    ),
)  # fmt: skip
INVITATIONS = Table(
    "invitations", "Invitations.csv", INVITED,
    (
        f"Robin Quist,Ada Kaltenbrun,1/2/26 9:15 AM,,OUTGOING,{_ME[12:]},{LINK}ada-example",
        f"Bo Kaltenbrun,Robin Quist,1/3/26 9:15 AM,,INCOMING,{LINK}bo-example,{_ME[12:]}",
    ),
)  # fmt: skip
FOLLOWING = Table(
    "a list of X", "following.csv", "id,handle,name",
    ("1697051672621597026,ada_k,Ada Kaltenbrun", "1697051672621597027,bo_k,Bo Kaltenbrun"),
    is_export=False,
)  # fmt: skip
ALL = (LOG, CONNECTIONS, MESSAGES, INVITATIONS, FOLLOWING)
OF_LINKEDIN = (CONNECTIONS, MESSAGES, INVITATIONS)


def each(
    row: str,
    what: str,
    outcome: Outcome,
    make: Callable[[Table], Content],
    *complaints: str,
    tables: Sequence[Table] = ALL,
    resaved: bool = False,
    account: str | None = None,
    shown: Sequence[str] = (),
    hinted: bool = False,
) -> list[Case]:
    """Return an entry for each table, with two rows of which a skipped one is missing.

    A complaint begins behind the name of the file. Of one that is `resaved`, and would be of
    LinkedIn's making, that is said. Whom the store knows afterwards is to be `shown`.
    """
    expected = {A: "read 2 = 2 new", N: "read 2 = 2 new", S: "read 2 = 1 new + 1 skipped"}
    cases = []
    for table in tables:
        known = [_RESAVED] if resaved and table.is_export else []
        known += [_NOT_WHOLE] if outcome is S and table.is_list else []
        said = tuple(
            f"{table.name}{words}" if words.startswith(":") else words
            for words in [*known, *complaints]
        )
        case = Case(
            row, f"{what} in {table.what}", N if outcome is A and said else outcome,
            {table.name: partial(make, table)}, complaints=said, hinted=hinted,
            account=expected.get(outcome, "") if account is None else account,
        )  # fmt: skip
        if shown:
            case = replace(case, then=("export", "people"), shown=tuple(shown))
        cases.append(case)
    return cases
