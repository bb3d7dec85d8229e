"""Tests of the store, with snapshots small enough to read."""
