"""One fuzzer for one parser: `python -m fuzz.target NAME`, then what libFuzzer is told.

It runs until the time is over or an input does what it may not; that input is kept.
"""

import importlib
import sys
from hashlib import sha256
from pathlib import Path
from types import ModuleType

#: Lines of these are counted, so that inputs that reach new ones are kept: the program's, and
#: those of the standard library that read for it.
COUNTED = ["netaudit", "csv", "json", "shlex", "tomllib", "zipfile", "urllib"]
_KEPT = "-artifact_prefix="


def main() -> None:
    """Fuzz until libFuzzer ends the process."""
    atheris = _atheris()
    name = sys.argv.pop(1)
    with atheris.instrument_imports(include=COUNTED):
        from fuzz.harnesses import named

    harness = named(name)

    def read(data: bytes) -> None:
        try:
            harness(data)
        except BaseException:
            keep(data)  # libFuzzer does so as well, unless Python ends before it
            raise

    atheris.Setup(sys.argv, read)
    atheris.Fuzz()


def keep(data: bytes) -> None:
    """Keep an input that does what it may not where libFuzzer would."""
    prefix = next((one for one in sys.argv if one.startswith(_KEPT)), _KEPT)
    Path(f"{prefix.removeprefix(_KEPT)}crash-{sha256(data).hexdigest()[:16]}").write_bytes(data)


def _atheris() -> ModuleType:
    try:
        return importlib.import_module("atheris")
    except ModuleNotFoundError:
        sys.exit("atheris is not installed: make fuzz installs it")


if __name__ == "__main__":
    main()
