"""The use cases: the only modules that join importers, identity, store and audits."""
