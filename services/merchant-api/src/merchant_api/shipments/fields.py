"""What can be told of a shipment, field by field, as text: by a form, or by a line of a file."""

from collections.abc import Mapping
from typing import Final, Literal, get_args

Field = Literal[
    "tracking_number",
    "name",
    "first_name",
    "last_name",
    "company",
    "line_1",
    "line_2",
    "city",
    "province",
    "postal_code",
    "email",
    "language",
    "order_number",
    "reference",
    "shipped_on",
    "delivered_on",
    "weight",
    "length",
    "width",
    "height",
]
"""A name may be told whole or in two parts."""

FIELDS: Final[tuple[Field, ...]] = get_args(Field)

Texts = Mapping[str, str]
"""Texts by field; one that is missing is blank."""
