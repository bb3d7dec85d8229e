"""`netaudit next`."""

from functools import partial
from typing import Annotated

import typer

from netaudit.audits.options import LIMIT
from netaudit.cli.output import Format, Output, chosen_format, show
from netaudit.cli.reports import (
    Anonymize,
    AsOf,
    CountFollowers,
    Ids,
    TableKey,
    configured,
    make,
    refuse_ids,
)
from netaudit.cli.terminal import StoreOption, TimezoneOption, chosen_store
from netaudit.render import FOR_READING
from netaudit.workflows import reporting


def next_(
    limit: Annotated[
        int, typer.Option("--limit", help="How many people at most.", metavar="N", min=1)
    ] = LIMIT,
    count_followers: CountFollowers = False,
    as_of: AsOf = None,
    timezone: TimezoneOption = None,
    form: Format = None,
    table: TableKey = None,
    ids: Ids = False,
    anonymize: Anonymize = False,
    output: Output = None,
    store: StoreOption = None,
) -> None:
    """Whom to talk to, and why."""
    refuse_ids(ids=ids, anonymize=anonymize)
    config = configured(timezone=timezone)
    for_reading = chosen_format(form, output) in FOR_READING
    workflow = partial(reporting.next_report, for_reading=for_reading, anonymize=anonymize)
    made = make(
        workflow, chosen_store(store), config, as_of, limit=limit, count_followers=count_followers
    )
    show(made, form, full=True, ids=ids, table=table, output=output, store=store)
