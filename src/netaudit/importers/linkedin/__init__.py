"""LinkedIn's data export: one module per file of it."""
