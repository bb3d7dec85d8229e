"""What `--help` shows: commands under headings, arguments as they are typed, and examples."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

import typer
from typer.core import TyperCommand, TyperGroup

from netaudit.cli.reading import CommandAsTyped, GroupAsTyped
from netaudit.errors import EXIT_CODES

if TYPE_CHECKING:
    from typer._click import HelpFormatter

    from netaudit.cli.registry import Registered

#: Heading -> the commands below it, in the order in which somebody comes to need them.
HEADINGS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "Begin": ("demo", "import", "log"),
    "Look": ("report", "weekly", "next", "people", "show", "changes", "schedule"),
    "Say who is who": ("match", "merge", "split"),
    "Say what you want": ("tag", "ignore", "unignore", "snooze", "cadence"),
    "Look after it": (
        "imports", "undo", "forget", "export", "backup", "restore", "doctor", "config",
    ),
})  # fmt: skip

#: Command -> lines that do something useful when they are typed.
EXAMPLES: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "demo": ("netaudit demo", "netaudit demo --keep demo.db"),
    "import": (
        "netaudit import YOUR-EXPORT.zip",
        "netaudit import linkedin.zip twitter.zip log.csv",
        "netaudit import YOUR-EXPORT.zip --dry-run",
    ),
    "log": (
        "netaudit log 'Ana Ruiz' coffee",
        "netaudit log 'Ana Ruiz' call --on yesterday --gave 'an introduction to Ben'",
        "netaudit log 'Ana Ruiz' 'Ben Okoro' meal --on 2026-11-03",
        "netaudit log --list 'Ana Ruiz' --since 90d",
        "netaudit log --edit k7rt2mcx --on 'last friday' --note 'by the river'",
        "netaudit log --remove k7rt2mcx",
        "netaudit log - < today.txt",
    ),
    "report": (
        "netaudit report --stale 30d",
        "netaudit report --section stale --format csv -o stale.csv",
        "netaudit report --as-of 2026-06-30 --compare 90d",
    ),
    "weekly": ("netaudit weekly", "netaudit weekly -o week.md"),
    "next": ("netaudit next", "netaudit next --limit 10"),
    "people": (
        "netaudit people acme",
        "netaudit people --company acme --state two_way --state met --sort last",
        "netaudit people --stale 1y --tag friends --format csv -o friends.csv",
    ),
    "show": ("netaudit show 'Ana Ruiz'", "netaudit show k7rt2mcx --section contact"),
    "changes": ("netaudit changes", "netaudit changes --since 1y --section company"),
    "schedule": (
        "netaudit schedule --install -o week.html",
        "netaudit schedule --install --mail you@example.org --at 18:00",
        "netaudit schedule --print systemd",
    ),
    "match": ("netaudit match", "netaudit match --list --possible"),
    "merge": ("netaudit merge 'Ana Ruiz' @ana_example",),
    "split": ("netaudit split 'Ana Ruiz'", "netaudit split 'Ana Ruiz' @ana_example"),
    "tag": ("netaudit tag 'Ana Ruiz' friends lisbon", "netaudit tag 'Ana Ruiz' lisbon --remove"),
    "ignore": ("netaudit ignore 'Ana Ruiz'", "netaudit ignore"),
    "unignore": ("netaudit unignore 'Ana Ruiz'",),
    "snooze": ("netaudit snooze 'Ana Ruiz' 30d", "netaudit snooze 'Ana Ruiz' --off"),
    "cadence": ("netaudit cadence 'Ana Ruiz' 2w", "netaudit cadence --tag friends 3mo"),
    "imports": ("netaudit imports --last 3",),
    "undo": ("netaudit undo --dry-run", "netaudit undo 2"),
    "forget": (
        "netaudit forget 'Ana Ruiz' --dry-run", "netaudit forget 'Ana Ruiz'",
        "netaudit forget 'Ana Ruiz' --lift",
    ),
    "export": (
        "netaudit export -o netaudit.jsonl",
        "netaudit export people -o contacts.vcf",
        "netaudit export people --tag friends -o friends.vcf",
        "netaudit export interactions --logged -o log.csv",
    ),
    "backup": ("netaudit backup netaudit-copy.db", "netaudit backup /mnt/usb/ --yes"),
    "restore": ("netaudit restore netaudit-copy.db --dry-run", "netaudit restore netaudit-copy.db"),
    "doctor": ("netaudit doctor", "netaudit doctor --fix --dry-run", "netaudit doctor --deep"),
    "config": ("netaudit config --show", "netaudit config --path"),
})  # fmt: skip

_OTHERS = "More"
OPTIONS = "Options"
Rows = list[tuple[str, str]]


def headed(names: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each heading with those of the commands that belong below it."""
    left = list(names)
    for heading, below in HEADINGS.items():
        if found := [name for name in below if name in left]:
            left = [name for name in left if name not in found]
            yield heading, found
    if left:
        yield _OTHERS, left


def panelled(
    command: TyperCommand | TyperGroup, context: typer.Context
) -> tuple[Rows, dict[str, Rows]]:
    """Return what is said of each argument, and of each option, below the headings that some have.

    Those without any come last.
    """
    arguments: Rows = []
    panels: dict[str, Rows] = {}
    for param in command.get_params(context):
        if (record := param.get_help_record(context)) is None:
            continue
        if param.param_type_name == "argument":
            # Typer would add the type in Python's words, as in `PATH... <list[str]>`.
            arguments.append((_metavar(param), record[1]))
        else:
            panels.setdefault(getattr(param, "rich_help_panel", None) or OPTIONS, []).append(record)
    others = panels.pop(OPTIONS, [])
    return arguments, {**panels, OPTIONS: others}


def _metavar(param: object) -> str:
    return str(getattr(param, "metavar", None) or getattr(param, "name", "")).strip()


# What Typer hands over here is its own Click's Context, under another name than the one that Typer
# exports: hence `ignore[override]` on each of these.
class Command(CommandAsTyped):
    """A command whose help shows arguments as they are typed, and ends with examples."""

    def collect_usage_pieces(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        """Return the words of the usage line, without braces around what is required."""
        arguments, _ = panelled(self, ctx)
        return ["[OPTIONS]", *(name for name, _ in arguments)]

    def format_options(  # type: ignore[override]
        self, ctx: typer.Context, formatter: "HelpFormatter"
    ) -> None:
        """Write the lists of arguments and options."""
        arguments, panels = panelled(self, ctx)
        for title, rows in {"Arguments": arguments, **panels}.items():
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)

    def format_epilog(  # type: ignore[override]
        self, ctx: typer.Context, formatter: "HelpFormatter"
    ) -> None:
        """Write the examples, each in a line that can be copied."""
        if lines := EXAMPLES.get(ctx.info_name or "", ()):
            with formatter.section("Examples"):
                for line in lines:
                    formatter.write(f"{'':{formatter.current_indent}}{line}\n")


class Group(GroupAsTyped):
    """A program whose help has its commands under headings, none of them cut."""

    def list_commands(self, _: typer.Context) -> list[str]:  # type: ignore[override]
        """Return the names; Typer would ask for each of the commands on the way."""
        return list(self.commands)

    def format_commands(  # type: ignore[override]
        self, ctx: typer.Context, formatter: "HelpFormatter"
    ) -> None:
        """Write a list of commands below each heading, with one column for all names."""
        names = self.list_commands(ctx)
        sentence = cast("Registered", self.commands).sentence
        width = max(map(len, names))
        for heading, below in headed(names):
            with formatter.section(heading):
                formatter.write_dl([(f"{name:{width}}", sentence(name)) for name in below])

    def format_epilog(self, _: typer.Context, formatter: "HelpFormatter") -> None:  # type: ignore[override]
        """Write the exit codes, a line for each."""
        with formatter.section("Exit codes"):
            formatter.write_dl([(str(code.value), text) for code, text in EXIT_CODES.items()])
