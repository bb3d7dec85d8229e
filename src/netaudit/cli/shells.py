"""Completion by the Tab key in bash, zsh and fish: the scripts, where they go, and the answers.

A shell hands over its line as it was typed, in variables, and gets a line for each word it can
offer. Names are written by others: what is inserted is one word, and nothing in it is run. The
scripts and their places are our own: a line is added to the user's file, which is not rewritten,
and the shell is named by the user, so that no program has to be started to find it.
"""

import os
import re
import shlex
from collections.abc import Mapping, Sequence
from itertools import takewhile
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from netaudit.config import config_path, expanded
from netaudit.errors import UsageError
from netaudit.normal import name_key

if TYPE_CHECKING:
    from typer._click.shell_completion import CompletionItem

_BASH = """\
_netaudit_completion() {
    local offered
    COMPREPLY=()
    while IFS= read -r offered; do
        [ -n "$offered" ] && COMPREPLY+=("$offered")
    done < <(_NETAUDIT_COMPLETE=complete_bash _NETAUDIT_LINE="${COMP_LINE:0:$COMP_POINT}" \\
        _NETAUDIT_PART="$2" _NETAUDIT_TYPE="$COMP_TYPE" "$1" 2>/dev/null)
}
complete -o default -F _netaudit_completion netaudit
"""
_ZSH = """\
#compdef netaudit
_netaudit_completion() {
    local -a values shown
    local value about how
    {
        IFS= read -r how
        while IFS=$'\\t' read -r value about; do
            [[ -n "$value" ]] || continue
            values+=("$value")
            shown+=("$value${about:+  -- $about}")
        done
    } < <(_NETAUDIT_COMPLETE=complete_zsh _NETAUDIT_LINE="${words[1,$CURRENT]}" \\
        "${words[1]}" 2>/dev/null)
    (( $#values )) || { _files; return }
    if [[ "$how" == *described* ]]; then
        compadd -U -l -V netaudit -d shown -a values
    else
        compadd -U -V netaudit -a values
    fi
    # What they begin with in common is not what was typed: it would take its place.
    [[ "$how" == *apart* ]] && compstate[insert]='' && compstate[list]='list force'
    return 0
}
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
compdef _netaudit_completion netaudit
"""
_FISH = """\
function __netaudit_complete
    set -lx _NETAUDIT_COMPLETE complete_fish
    set -lx _NETAUDIT_LINE (commandline -cp | string collect)
    set -g __netaudit_offered (command netaudit 2>/dev/null | string match -v '')
    test (count $__netaudit_offered) -gt 0
end
complete --command netaudit --no-files --keep-order --condition __netaudit_complete \\
    --arguments '$__netaudit_offered'
"""
SCRIPTS: Mapping[str, str] = MappingProxyType({"bash": _BASH, "zsh": _ZSH, "fish": _FISH})

#: What needs no quotes in any shell.
_PLAIN = re.compile(r"[A-Za-z0-9_@%+=:,./-]+")
_OPTION = re.compile(r"--[\w-]+=")
_ASSIGNMENT = re.compile(r"\w+=")
_IN_DOUBLE_QUOTES = re.compile(r'(["\\$`])')
#: Kinds of completion in bash that insert what all have in common: Tab, and two of its settings.
_INSERTING = {"", "9", "33", "64"}


class Line(NamedTuple):
    """A line as it was typed: its whole words, and the one that is begun, without quotes.

    `raw` is that one with what was typed of its quotes, `quote` the one that is still open.
    """

    words: list[str]
    begun: str
    raw: str
    quote: str


def read_line(text: str, *, fish: bool = False) -> Line:
    """Take a line apart as a shell would, but for what a shell would run or replace."""
    words: list[str] = []
    word, quote, start, at = "", "", 0, 0
    escaped = {"": "", "'": "\\'" if fish else "", '"': '"\\$' if fish else '"\\$`'}
    while at < len(text):
        sign, after = text[at], text[at + 1 : at + 2]
        at += 1
        if sign == "\\" and after and (not quote or after in escaped[quote]):
            word += after
            at += 1
        elif not quote and sign in " \t\n":
            if at - 1 > start:
                words.append(word)
            word, start = "", at
        elif sign == quote:
            quote = ""
        elif not quote and sign in "'\"":
            quote = sign
        elif quote or sign != "\\" or after:
            word += sign
    while words and _ASSIGNMENT.match(words[0]):
        del words[0]
    return Line(words, word, text[start:], quote)


def quoted(value: str, quote: str) -> str:
    """Return a value as bash takes it for one word, after a quote that was typed, or without."""
    if not quote:
        return value if _PLAIN.fullmatch(value) else "'" + value.replace("'", "'\\''") + "'"
    if quote == "'":
        text = value.replace("'", "'\\''")
    else:
        # A ! calls up old commands between double quotes, even after a backslash.
        text = _IN_DOUBLE_QUOTES.sub(r"\\\1", value).replace("!", "\"'!'\"")
    # What begins with the open quote takes its place.
    return quote + text if text.startswith(quote) else text


def for_bash(values: Sequence[str], line: Line, part: str, kind: str) -> list[str]:
    """Return what bash is to insert in place of `part`, which ends what was typed of the word.

    Where all begin alike, bash would put that in place of what was typed, even if it is another
    word of their names: one more word, with which none begins, keeps it from doing so.
    """
    lead = read_line(line.raw.removesuffix(part)).begun
    lead = "" if _OPTION.fullmatch(lead) else lead
    texts = [quoted(v.removeprefix(lead), line.quote) for v in values if v.startswith(lead)]
    common = _common(texts)
    begun = read_line(line.quote + part).begun
    meant = read_line(line.quote + common).begun
    if len(texts) > 1 and common and kind in _INSERTING and not _goes_on(meant, begun):
        texts.append(",,," if common[0] != "," else "...")
    return texts


def _common(texts: Sequence[str]) -> str:
    """Return what all texts begin with."""
    first, last = min(texts, default=""), max(texts, default="")
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    return "".join(one for one, _ in alike)


def _goes_on(common: str, begun: str) -> bool:
    """Tell whether what all values begin with goes on where the user is."""
    return name_key(common).startswith(name_key(begun))


def prepare() -> None:
    """Let Typer know the shells."""
    from typer._click.shell_completion import CompletionItem, ShellComplete, add_completion_class

    class Answer(ShellComplete):
        """Answers a shell with lines of its own form."""

        source_template = ""  # the scripts are ours

        def source_vars(self) -> dict[str, object]:
            return {}

        def get_completion_args(self) -> tuple[list[str], str]:
            line = self._line()
            return line.words[1:], line.begun

        def format_completion(self, item: CompletionItem) -> str:
            return f"{item.value}"

        def complete(self) -> str:
            items = self.get_completions(*self.get_completion_args())
            return "\n".join(_lines(self.name, items, self._line()))

        def _line(self) -> Line:
            return read_line(os.environ.get("_NETAUDIT_LINE", ""), fish=self.name == "fish")

    for shell in SCRIPTS:
        add_completion_class(type(shell, (Answer,), {"name": shell}), shell)


def _lines(shell: str, items: Sequence["CompletionItem"], line: Line) -> list[str]:
    values = [str(item.value) for item in items]
    if shell == "bash":
        part, kind = (os.environ.get(f"_NETAUDIT_{name}", "") for name in ("PART", "TYPE"))
        return for_bash(values, line, part, kind)
    # The whole word is replaced, with the name of the option in it.
    option = found[0] if (found := _OPTION.match(line.begun)) else ""
    lines = [f"{option}{item.value}\t{' '.join((item.help or '').split())}" for item in items]
    if shell == "fish":
        return lines
    how = ["described"] if any(item.help for item in items) else []
    if len(values) > 1 and not _goes_on(_common(values), line.begun.removeprefix(option)):
        how.append("apart")
    return [" ".join(how), *lines]


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
        place = expanded(Path(base)) / "fish/completions/netaudit.fish"
    else:
        place = config_path().parent.absolute() / f"completion.{shell}"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, "utf-8")
    done = [f"Written: {place}"]
    if shell != "fish":
        home = os.environ.get("ZDOTDIR", "") if shell == "zsh" else ""
        own = expanded(Path(home or "~")) / f".{shell}rc"
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
