"""Write the example files: three years in the professional life of somebody who does not exist.

The same seed always gives the same bytes, so that what is committed can be made again:

    python examples/generate.py
    python examples/generate.py --out /tmp/another --seed 7
"""

import argparse
import random
from pathlib import Path

from accounts import make_circle
from cast import Person, hidden_days, make_connections, make_strangers
from files import connections, invitations, log, messages, others
from life import Life, live
from packing import ROOM, write
from posting import be_active
from scripts import archive, following

HERE = Path(__file__).parent
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
    files |= {f"linkedin/{name}": text for name, text in others().items()}
    return files | _on_x(seed, listed, strangers, life)


def _on_x(seed: int, listed: list[Person], strangers: list[Person], life: Life) -> dict[str, str]:
    """Return what the same person took away from X; its chances are its own."""
    rng = random.Random(f"{seed} on X")
    new = make_strangers(rng, [*listed, *strangers], 90)
    circle = make_circle(rng, listed, life, new)
    scripts = archive(rng, circle, be_active(rng, circle), listed)
    files = {f"x/data/{name}": text for name, text in scripts.items()}
    return files | {"x-following.csv": following(circle)}


def main() -> None:
    """Write the files and say how large they are."""
    parser = argparse.ArgumentParser(description="Write a fictitious person's exports.")
    parser.add_argument("--out", type=Path, default=HERE, help="folder to fill")
    parser.add_argument("--seed", type=int, default=SEED, help="another number, another life")
    options = parser.parse_args()
    files = example_files(options.seed)
    for name, text in files.items():
        path = options.out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        print(f"{path}: {text.count(chr(10))} lines, {len(text.encode())} bytes")
    if options.out == HERE and options.seed == SEED:
        for path in write(files, ROOM):
            print(f"{path}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
