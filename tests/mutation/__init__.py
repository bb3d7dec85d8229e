"""Mutation testing: small faults are put into the program, and the tests should tell."""
