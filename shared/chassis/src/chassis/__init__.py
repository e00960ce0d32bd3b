"""Plumbing that every service stands on. No word of the business occurs in it.

Read `process.py` for how a role lives and ends, `db.py` and `outbox.py` for how facts are written,
`relay.py`, `stream.py` and `work.py` for how they travel and are acted on.
"""
