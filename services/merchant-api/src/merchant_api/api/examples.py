"""What the description of the API shows: one return of an invented customer."""

from typing import Final

from pydantic.config import JsonDict

TRACKING_NUMBER: Final = "7023210194837261"
NUMBER: Final = "RV-2K84-6T"
NAME: Final = "Camille Exemple"
EMAIL: Final = "camille@example.com"
REASONS: Final[list[JsonDict]] = [
    {"code": "too_small", "words": {"fr": "Trop petit", "en": "Too small"}}
]
ADDRESS: Final[JsonDict] = {
    "name": NAME,
    "line_1": "1200, rue Exemple",
    "city": "Sherbrooke",
    "province": "QC",
    "postal_code": "J1H1A1",
}
# As people copy it: codes are tidied when they come in.
SHIPMENT: Final[JsonDict] = {
    "tracking_number": "7023 2101 9483 7261",
    "recipient": {**ADDRESS, "postal_code": "J1H 1A1"},
    "email": EMAIL,
    "language": "fr",
    "parcel": {"weight_grams": 1200, "length_mm": 300, "width_mm": 200, "height_mm": 100},
    "delivered_on": "2026-11-11",
}
