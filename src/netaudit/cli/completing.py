"""Completion by the Tab key: a script for each shell, where it goes, and words for options.

What a shell asks comes in the variable that is named for the program, and Typer answers it. The
scripts and their places are our own: a line is added to the user's file, which is not rewritten,
and the shell is named by the user, so that no program has to be started to find it.
"""

import os
import shlex
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from zoneinfo import available_timezones

import typer

from netaudit.config import ALIASES, BY, CHANNELS, config_path, load
from netaudit.errors import UsageError

_ASKED = "_NETAUDIT_COMPLETE"
_BASH = """\
_netaudit_completion() {
    local IFS=$'\\n'
    COMPREPLY=($(env COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD="$COMP_CWORD" \\
        _NETAUDIT_COMPLETE=complete_bash "$1" 2>/dev/null))
}
complete -o default -F _netaudit_completion netaudit
"""
_ZSH = """\
#compdef netaudit
_netaudit_completion() {
    eval "$(env _TYPER_COMPLETE_ARGS="${words[1,$CURRENT]}" \\
        _NETAUDIT_COMPLETE=complete_zsh "${words[1]}" 2>/dev/null)"
}
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
compdef _netaudit_completion netaudit
"""
_FISH = """\
function __netaudit_complete
    set -lx _NETAUDIT_COMPLETE complete_fish
    set -lx _TYPER_COMPLETE_FISH_ACTION $argv[1]
    set -lx _TYPER_COMPLETE_ARGS (commandline -cp)
    command netaudit 2>/dev/null
end
complete --command netaudit --no-files --arguments '(__netaudit_complete get-args)' \\
    --condition '__netaudit_complete is-args'
"""
SCRIPTS: Mapping[str, str] = MappingProxyType({"bash": _BASH, "zsh": _ZSH, "fish": _FISH})

#: Report -> section -> its tables; a test holds them to the catalogue, which needs pandas.
KEYS: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType({
    "report": {
        "list_vs_network": ("states",), "stale": ("stale_people",),
        "depth_breadth": ("quarter_ends",), "reciprocity": ("never_answer", "waiting_on_me"),
        "online_to_offline": (), "giving": ("only_asked", "open_asks"), "invitations": (),
        "cohorts": ("quarters",), "momentum": ("months",), "circles": ("companies", "tags"),
        "cadence": ("overdue", "due"),
        "coverage": ("sources", "channels", "imports", "set_aside"), "next": ("people",),
    },
    "weekly": {
        "week": ("added_to_list", "joined_network", "left_network", "newly_stale"),
        "waiting": ("waiting_on_me",), "next": ("people",),
    },
    "changes": {
        kind: (kind,)
        for kind in (
            "company", "position", "joined", "left", "hidden", "visible", "link", "followed",
            "unfollowed",
        )
    },
    "imports": {"imports": ("imports", "files")},
    "log": {"entries": ("entries",)},
    "match": {"pairs": ("pairs",)},
    "next": {"next": ("people",)},
})  # fmt: skip


def prepare() -> None:
    """Let Typer know its shells, if a shell asks; otherwise this would only cost time."""
    if _ASKED in os.environ:
        from typer import _completion_classes

        _completion_classes.completion_init()


def script(shell: str) -> str:
    """Return the script that makes a shell complete the commands of netaudit."""
    if shell not in SCRIPTS:
        known = ", ".join(SCRIPTS)
        raise UsageError(f"there is no completion for '{shell[:20]}'", hint=f"one of {known}")
    return SCRIPTS[shell]


def install(shell: str) -> list[str]:
    """Write the script to its place, have the shell read it, and return what was done.

    To the user's own file one line is added, once; what stands there stays.
    """
    text = script(shell)
    if shell == "fish":
        base = os.environ.get("XDG_CONFIG_HOME") or "~/.config"
        place = Path(base).expanduser() / "fish/completions/netaudit.fish"
    else:
        place = config_path().parent.absolute() / f"completion.{shell}"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, "utf-8")
    done = [f"Written: {place}"]
    if shell != "fish":
        home = os.environ.get("ZDOTDIR", "") if shell == "zsh" else ""
        own = Path(home or "~").expanduser() / f".{shell}rc"
        done.append(_sourced(own, place))
    return [*done, "Open a new terminal, and the Tab key completes netaudit's commands."]


def _sourced(own: Path, place: Path) -> str:
    """Add the line that reads a script to a file of the shell's, if it is not there."""
    path = shlex.quote(str(place))
    line = os.fsencode(f"[ -r {path} ] && . {path}  # netaudit completion")
    held = own.read_bytes() if own.exists() else b""
    if line in held.splitlines():
        return f"It is read by {own} already."
    with own.open("ab") as file:
        file.write((b"" if held.endswith(b"\n") or not held else b"\n") + line + b"\n")
    return f"Added one line to {own}, to read it."


Complete = Callable[[str], list[str]]


def one_of(words: Iterable[str]) -> Complete:
    """Return what completes an option that takes one of these words."""
    known = tuple(words)

    def complete(incomplete: str) -> list[str]:
        return [word for word in known if word.startswith(incomplete)]

    return complete


shells = one_of(SCRIPTS)
whose = one_of(BY)
lists_of_people = one_of(("following", "followers", "log"))


def sections(ctx: typer.Context, incomplete: str) -> list[str]:
    """Complete a section of the report that the command makes."""
    return one_of(KEYS.get(ctx.info_name or "", {}))(incomplete)


def tables(ctx: typer.Context, incomplete: str) -> list[str]:
    """Complete a table: of the sections that were named before, else of all."""
    report = KEYS.get(ctx.info_name or "", {})
    named = [key for key in ctx.params.get("section") or () if key in report]
    found = dict.fromkeys(table for key in named or report for table in report[key])
    return one_of(found)(incomplete)


def channels(incomplete: str) -> list[str]:
    """Complete a channel, the user's own included."""
    try:
        media = load(config_path()).channels.media
    except UsageError:  # the command itself will say so
        media = CHANNELS
    return one_of(sorted({*media, *ALIASES}))(incomplete)


def timezones(incomplete: str) -> list[str]:
    """Complete a time zone."""
    return one_of(sorted(available_timezones()))(incomplete)
