"""A register for each test."""

import pytest

from identity.register import Register


@pytest.fixture
def register() -> Register:
    return Register()
