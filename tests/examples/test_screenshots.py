"""The pictures of the README are those that the script takes, and small."""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "examples"))
import screenshots

ROOT = Path(__file__).parents[2]


def test_every_picture_is_there_and_small() -> None:
    taken = {"terminal.png", *(view.name for view in screenshots.VIEWS)}
    images = {path.name: path.read_bytes() for path in screenshots.IMAGES.iterdir()}
    assert set(images) == taken, "run: make screenshots"
    for name, image in images.items():
        assert image.startswith(b"\x89PNG\r\n"), name
        assert len(image) <= screenshots.MOST, name


def test_the_readme_shows_only_pictures_that_are_there() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = re.findall(r"docs/images/([\w.-]+)", readme)
    assert set(shown) <= {path.name for path in screenshots.IMAGES.iterdir()}


def test_a_screen_keeps_its_colours_and_its_lines() -> None:
    page = screenshots.as_page("\x1b[1mNetwork audit\x1b[0m\n  \x1b[36m▆▇█\x1b[0m 640 <b>\n\n")
    assert "font-weight: bold" in page
    assert re.search(r"color: #62c2ca[^>]*>▆▇█<", page)
    assert "640 &lt;b&gt;" in page
    assert "http" not in page


def test_the_report_is_taken_as_a_terminal_shows_it(tmp_path: Path) -> None:
    screenshots._netaudit(tmp_path, "import", "log.csv")
    screen = screenshots.on_terminal(tmp_path)
    assert "\x1b[" in screen
    plain = re.sub(r"\x1b\[[\d;]*m", "", screen).split("\n")
    assert plain[0].startswith("Network audit")
    assert max(map(len, plain)) <= 80
