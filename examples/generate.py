"""Write the example files: three years in the professional life of somebody who does not exist.

The same seed always gives the same bytes, so that what is committed can be made again:

    python examples/generate.py
    python examples/generate.py --out /tmp/another --seed 7
"""

import argparse
import random
from pathlib import Path

from cast import hidden_days, make_connections, make_strangers
from files import connections, invitations, log, messages, others
from life import live

SEED = 20261115


def example_files(seed: int = SEED) -> dict[str, str]:
    """Return the text of every example file by its path below the output folder."""
    rng = random.Random(seed)
    listed = make_connections(rng)
    strangers = make_strangers(rng, listed, 90)
    hidden = hidden_days(rng)
    life = live(rng, listed, strangers)
    files = {
        "linkedin/Connections.csv": connections(listed, hidden),
        "linkedin/messages.csv": messages(life.messages),
        "linkedin/Invitations.csv": invitations(life.invitations),
        "log.csv": log(life.log),
    }
    return files | {f"linkedin/{name}": text for name, text in others().items()}


def main() -> None:
    """Write the files and say how large they are."""
    parser = argparse.ArgumentParser(description="Write a fictitious person's exports.")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent, help="folder to fill")
    parser.add_argument("--seed", type=int, default=SEED, help="another number, another life")
    options = parser.parse_args()
    for name, text in example_files(options.seed).items():
        path = options.out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        print(f"{path}: {text.count(chr(10))} lines, {len(text.encode())} bytes")


if __name__ == "__main__":
    main()
