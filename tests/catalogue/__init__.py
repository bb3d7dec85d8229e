"""The catalogue of bad inputs: each of its rows put to the whole program."""
