"""The numbers that tell conversations apart, and on X single messages and posts."""

import hashlib


def conversation_number(key: str) -> int:
    """Return the 63-bit number that stands for a conversation, in whatever file it is.

    0 and 1 are left for what has no conversation to be told by.
    """
    digest = hashlib.blake2b(key.encode("utf-8", "replace"), digest_size=8).digest()
    return max(int.from_bytes(digest) >> 1, 2)
