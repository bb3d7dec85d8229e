"""Tests of the reports made of metrics."""
