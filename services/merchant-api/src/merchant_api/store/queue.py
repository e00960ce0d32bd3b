"""The list of returns: where each stands, how many stand where."""

from dataclasses import dataclass
from uuid import UUID

from chassis.db import Pool, Row, Tx
from contracts.returns import Reason

from merchant_api.records import QueueLine, State

# Ids of returns are of version 7, so their order is that in which returns were asked for.
_LINE = """
        SELECT r.return_id, r.number, r.customer_name, r.reasons, r.method, r.requested_at,
               s.state, s.since_at, s.is_labelled, s.label_failure, s.stage
          FROM return_states AS s
          JOIN returns AS r ON r.return_id = s.return_id AND r.merchant_id = s.merchant_id
         WHERE s.merchant_id = $1
"""
