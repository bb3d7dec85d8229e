"""Some hundred inputs near the seeds, the same ones each time: a fuzzer for every test run."""

import random
from collections.abc import Iterator, Sequence

from fuzz.harness import LONGEST, Harness


def mutations(harness: Harness, count: int, seed: int) -> Iterator[bytes]:
    """Yield seeds with a few changes each, now and then two of them in one."""
    chance = random.Random(seed)  # noqa: S311 - the same inputs each time are what is wanted
    seeds = [data for data in harness.seeds() if len(data) <= LONGEST]
    words = harness.encoded_words
    for _ in range(count):
        data = chance.choice(seeds)
        if chance.random() < 0.2:
            data = data[: _place(data, chance)] + chance.choice(seeds)
        for _ in range(chance.randrange(1, 5)):
            data = _changed(data, words, chance)
        yield data[:LONGEST]


def _changed(data: bytes, words: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = sorted((_place(data, chance), _place(data, chance)))
    match chance.randrange(5):
        case 0:  # other bytes
            return data[:start] + chance.randbytes(chance.randrange(1, 5)) + data[start + 1 :]
        case 1:  # a piece out
            return data[:start] + data[end:]
        case 2:  # a piece twice, or many times
            piece = data[start : min(end, start + 64)]
            return data[:end] + piece * chance.choice((1, 2, 50)) + data[end:]
        case 3:  # a piece elsewhere
            return data[:start] + data[end:] + data[start:end]
    return data[:start] + chance.choice(words) + data[start:]


def _place(data: bytes, chance: random.Random) -> int:
    return chance.randrange(len(data) + 1)
