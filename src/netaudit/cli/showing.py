"""`netaudit show`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netaudit.cli import completing
from netaudit.cli.asking import chosen_person, refuse_more_words
from netaudit.cli.output import Format, Output, chosen_format
from netaudit.cli.output import show as write
from netaudit.cli.reports import AsOf, SectionKeys, TableKey, Window, configured, make, narrowed
from netaudit.cli.terminal import StoreOption, TimezoneOption, chosen_store
from netaudit.render import FOR_READING
from netaudit.store import Store
from netaudit.workflows import showing

if TYPE_CHECKING:
    from netaudit.audits.options import Options
    from netaudit.config import Config
    from netaudit.report import Report


def show(
    context: typer.Context,
    person: Annotated[
        str,
        typer.Argument(
            help="A person, by name, profile link, @handle, e-mail, id, or words that fit one.",
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
        refuse_more_words(opened, [person, *context.args], 1, "show 'Ana Ruiz'")
        chosen = chosen_person(opened, person)

        def workflow(_: Path, config: "Config", day: int, options: "Options") -> "Report":
            return showing.person_report(
                opened, chosen.person_id, config, day, options, for_reading=for_reading
            )

        made = make(workflow, chosen_store(store), config, as_of)
    made = narrowed(made, section) if section else made
    write(made, form, full=True, ids=False, table=table, output=output, store=store)
