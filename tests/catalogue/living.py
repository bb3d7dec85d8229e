"""One whole life of a store, in one process: what `test_surroundings` runs in several.

    python [-O | -OO | -W error] living.py FOLDER COMMANDS.json

Each command is run as the program does, its bytes on stdout and stderr written to files of the
folder by its place, and its exit code. The clock stands still, as no surrounding changes it.
"""

import json
import os
import sys
from pathlib import Path

import time_machine


def live(folder: Path, commands: list[list[str]]) -> None:
    """Run the commands one after the other."""
    from netaudit.cli import main

    codes = []
    for place, command in enumerate(commands):
        sys.argv = ["netaudit", *command]
        for number, stream in ((1, sys.stdout), (2, sys.stderr)):
            said = folder / f"{place:02}.{number}"
            file = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            os.dup2(file, stream.fileno())
            os.close(file)
        code: object = 0
        try:
            main()
        except SystemExit as end:
            code = end.code
        sys.stdout.flush()
        sys.stderr.flush()
        codes.append(code)
    (folder / "codes.json").write_text(json.dumps(codes), "utf-8")


if __name__ == "__main__":
    with time_machine.travel("2026-11-15T18:00:00Z", tick=False):
        live(Path(sys.argv[1]), json.loads(Path(sys.argv[2]).read_text("utf-8")))
