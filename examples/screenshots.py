"""Make the pictures of the README: the report on a terminal, and as HTML in a browser.

Run from the project's folder: `python examples/screenshots.py [--out DIR]`. Wants Chromium, the
DejaVu fonts, and pngquant to make the pictures small.
"""

import argparse
import io
import os
import pty
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright
from reports import DAY, EXPORTS, HERE
from rich.ansi import AnsiDecoder
from rich.console import Console
from rich.terminal_theme import TerminalTheme

IMAGES = HERE.parent / "docs/images"
#: Bytes that a picture may have: a README is loaded by everybody who looks at it.
MOST = 150_000
_COLUMNS, _LINES = 80, 60
_COMMAND = ("report", "--stale", "30d")
_THEME = TerminalTheme(
    (22, 25, 31), (214, 218, 226),
    [(60, 66, 78), (232, 112, 112), (142, 196, 118), (226, 186, 104),
     (110, 164, 240), (196, 142, 226), (98, 194, 202), (214, 218, 226)],
    [(110, 118, 132), (240, 136, 136), (164, 214, 142), (240, 206, 132),
     (142, 186, 250), (212, 166, 240), (128, 214, 220), (244, 246, 250)],
)  # fmt: skip
_PAGE = """\
<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; background: {background}; color: {foreground}; width: max-content;
  padding: 20px 24px; font: 14px/19px "DejaVu Sans Mono", monospace; }}
pre {{ margin: 0; font: inherit; }}
{stylesheet}</style>
<pre>{code}</pre>
"""


@dataclass(frozen=True, slots=True)
class View:
    """How the HTML report is looked at: the window, and the colours that the reader prefers."""

    name: str
    width: int
    scheme: Literal["light", "dark"]
    scale: float = 1.5


VIEWS = (
    View("report-light.png", 1000, "light"),
    View("report-dark.png", 1000, "dark"),
    View("report-phone.png", 390, "light", 2),
)


def _environment(folder: Path) -> dict[str, str]:
    named = {
        "NETAUDIT_STORE": str(folder / "store.db"),
        "NETAUDIT_CONFIG": str(folder / "none.toml"),
        "TERM": "xterm-256color",
        "COLUMNS": str(_COLUMNS),
        "LINES": str(_LINES),
        "PYTHONIOENCODING": "utf-8",
        "TZ": "UTC",
    }
    return {name: text for name, text in os.environ.items() if name != "NO_COLOR"} | named


def _netaudit(folder: Path, *arguments: str, out: int = subprocess.DEVNULL) -> None:
    subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "netaudit", *arguments],
        env=_environment(folder), cwd=HERE, check=True, stdout=out,
    )  # fmt: skip


def on_terminal(folder: Path) -> str:
    """Return what the report writes to a terminal, with its colours."""
    ours, theirs = pty.openpty()
    with ThreadPoolExecutor(1) as background:
        screen = background.submit(_all_of, ours)
        _netaudit(folder, *_COMMAND, "--as-of", DAY, out=theirs)
        os.close(theirs)
        return screen.result().decode().replace("\r\n", "\n")


def _all_of(terminal: int) -> bytes:
    """Read what is written to a terminal until it is closed, which Linux calls an error."""
    read = b""
    with suppress(OSError):
        while data := os.read(terminal, 65_536):
            read += data
    os.close(terminal)
    return read


def as_page(screen: str) -> str:
    """Return a page that looks like a dark terminal with that text in it."""
    console = Console(
        record=True, file=io.StringIO(), width=_COLUMNS, force_terminal=True,
        color_system="truecolor", legacy_windows=False,
    )  # fmt: skip
    console.print(f"[bold]$ netaudit {' '.join(_COMMAND)}[/]\n", highlight=False)
    for line in AnsiDecoder().decode(screen.rstrip()):
        console.print(line, soft_wrap=True)
    return console.export_html(theme=_THEME, code_format=_PAGE, inline_styles=True)


def take(out: Path) -> None:
    """Write all pictures to `out`."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        _netaudit(folder, "import", *EXPORTS)
        (folder / "terminal.html").write_text(as_page(on_terminal(folder)), "utf-8")
        page = folder / "report.html"
        _netaudit(folder, *_COMMAND, "--as-of", DAY, "--format", "html", "-o", str(page))
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        _terminal(browser, folder / "terminal.html", out / "terminal.png")
        for view in VIEWS:
            _report(browser, page, view, out / view.name)
        browser.close()


def _terminal(browser: Browser, page: Path, image: Path) -> None:
    tab = browser.new_page(device_scale_factor=1.5, viewport={"width": 800, "height": 600})
    tab.goto(page.as_uri())
    tab.locator("body").screenshot(path=image)
    tab.close()
    _shrink(image)


def _report(browser: Browser, page: Path, view: View, image: Path) -> None:
    """Take the top of the report down to the end of its first chart, which people remember."""
    context = browser.new_context(
        device_scale_factor=view.scale,
        viewport={"width": view.width, "height": 1_000},
        color_scheme=view.scheme,
    )
    tab = context.new_page()
    tab.goto(page.as_uri())
    chart = tab.locator("figure").first.bounding_box()
    if chart is None:
        sys.exit("the report shows no chart")
    height = chart["y"] + chart["height"] + 16
    tab.screenshot(
        path=image, full_page=True, clip={"x": 0, "y": 0, "width": view.width, "height": height}
    )
    context.close()
    _shrink(image)


def _shrink(image: Path) -> None:
    """Let a picture have no more colours than it needs, and refuse one that is large even so."""
    if pngquant := shutil.which("pngquant"):
        subprocess.run(  # noqa: S603 - named by the system
            [pngquant, "--force", "--strip", "--speed", "1", "--output", image, "64", image],
            check=True,
        )
    size = image.stat().st_size
    print(f"{image}: {size} bytes")
    if size > MOST:
        sys.exit(f"{image} is too large: is pngquant installed?")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=IMAGES)
    take(parser.parse_args().out)
