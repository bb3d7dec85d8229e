"""Tests that break the program on purpose: kills, full disks, signals."""
