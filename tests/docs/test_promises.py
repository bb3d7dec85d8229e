"""Every promise is proved by tests that are there."""

import re
from pathlib import Path

import pytest

from docs.pages import page

ROOT = Path(__file__).parents[2]
PROMISES = page("promises.md")
PROOF = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def test_each_of_the_thirteen_has_a_proof() -> None:
    parts = re.split(r"^### (P\d+) .*\n", PROMISES, flags=re.MULTILINE)[1:]
    found = dict(zip(parts[::2], parts[1::2], strict=True))
    assert list(found) == [f"P{number}" for number in range(1, 14)]
    assert all(PROOF.search(text) for text in found.values())


@pytest.mark.parametrize("proof", sorted({*PROOF.findall(PROMISES)}), ids="::".join)
def test_a_test_that_is_named_is_there(proof: tuple[str, str]) -> None:
    file, name = proof
    text = (ROOT / file).read_text("utf-8")
    assert re.search(rf"^(    )?def {name}\(", text, re.MULTILINE)


def test_nothing_is_named_in_another_way() -> None:
    assert len(re.findall(r"tests/[\w/]+\.py", PROMISES)) == len(PROOF.findall(PROMISES))
