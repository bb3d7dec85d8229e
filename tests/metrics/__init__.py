"""Tests of the metrics, with an oracle and small worlds that other tests may use."""
