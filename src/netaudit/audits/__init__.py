"""Reports made of metrics: which questions are asked, and what is said of the answers.

A section is assembled in full; which sections are shown, and how much of a table, is the
business of whoever renders the report.
"""
