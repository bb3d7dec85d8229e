"""Print the oldest version of each library that pyproject.toml allows, as pip takes them."""

import re
import tomllib
from pathlib import Path


def lowest() -> list[str]:
    """Return `name==version` for every run-time dependency."""
    project = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]
    return [re.sub(r">=", "==", bound) for bound in project["dependencies"]]


if __name__ == "__main__":
    print(" ".join(lowest()))  # noqa: T201 - it is what this is for
