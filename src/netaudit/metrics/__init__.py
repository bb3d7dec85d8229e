"""The questions of the audit, one module each: pure functions of what is visible at a date.

`History.of(frames)` narrows and orders the record once; `history.at(day)` is the `View` that the
metrics of one date share. No metric changes its input, asks the time, or depends on the order of
rows. A count of nothing is 0; a share, ratio or median of nothing is None.
"""
