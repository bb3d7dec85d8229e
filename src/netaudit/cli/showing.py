"""`netaudit show`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netaudit.cli import completing
from netaudit.cli.answering import WHOM
from netaudit.cli.asking import chosen_person, refuse_more_words
from netaudit.cli.output import Format, Output, chosen_format
from netaudit.cli.output import show as write
from netaudit.cli.reports import AsOf, SectionKeys, TableKey, Window, configured, make, narrowed
from netaudit.cli.terminal import StoreOption, TimezoneOption, chosen_store
from netaudit.render import FOR_READING
from netaudit.store import Store
from netaudit.workflows import naming, showing

if TYPE_CHECKING:
    from netaudit.audits.options import Options
    from netaudit.config import Config
    from netaudit.report import Report


def show(
    context: typer.Context,
    person: Annotated[
        str,
        typer.Argument(
            help=f"A person: {WHOM}.",
            metavar="PERSON",
            show_default=False,
            autocompletion=completing.people,
        ),
    ],
    section: SectionKeys = None,
    window: Window = None,
    as_of: AsOf = None,
    timezone: TimezoneOption = None,
    form: Format = None,
    table: TableKey = None,
    output: Output = None,
    store: StoreOption = None,
) -> None:
    """One person: accounts, lists, years of contact, balance, notes, and why to talk to them."""
    config = configured(timezone=timezone, window=window)
    for_reading = chosen_format(form, output) in FOR_READING
    with Store.open(chosen_store(store)) as opened:
        chosen = chosen_person(opened, _joined(opened, [person, *context.args]))

        def workflow(_: Path, config: "Config", day: int, options: "Options") -> "Report":
            return showing.person_report(
                opened, chosen.person_id, config, day, options, for_reading=for_reading,
                brief=for_reading and not section,
            )  # fmt: skip

        made = make(workflow, chosen_store(store), config, as_of)
    made = narrowed(made, section) if section else made
    write(made, form, full=True, ids=False, table=table, output=output, store=store)


def _joined(opened: Store, words: list[str]) -> str:
    """Return the words as one name if somebody may be meant by all of them."""
    text = " ".join(words)
    if len(words) > 1 and not any(naming.who_is_meant(opened, text)):
        refuse_more_words(opened, words, 1, "show 'Ana Ruiz'")
    return text
