"""The files of an X (Twitter) archive."""
