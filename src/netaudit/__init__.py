"""netaudit: how much of a contact list is really a network."""

__version__ = "0.1.0"
