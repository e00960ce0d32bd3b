"""Canada Post by its XML web services: prices, return labels, label files, tracking.

`CanadaPost` is the way in. Requests are frozen dataclasses in grams, millimetres and cents; every
call ends well or in one of `CarrierRefused` (final), `CarrierUnavailable` (nothing happened, try
later) and, for what is created, `OutcomeUnknown` (something may have happened: find out first).
"""

from labeler.canada_post.authorized_return import CreatedReturn, PublicLabel
from labeler.canada_post.client import CanadaPost
from labeler.canada_post.errors import (
    CarrierRefused,
    CarrierThrottled,
    CarrierUnavailable,
    OutcomeUnknown,
    RequestNotSendable,
)
from labeler.canada_post.inputs import (
    Account,
    Address,
    ArtifactLink,
    Dimensions,
    MailingScenario,
    Parcel,
    ReturnOrder,
)
from labeler.canada_post.pace import Pace
from labeler.canada_post.rating import PriceLine, Quote, Tax
from labeler.canada_post.tracking import TrackingEvent
from labeler.canada_post.transport import open_http

__all__ = [
    "Account",
    "Address",
    "ArtifactLink",
    "CanadaPost",
    "CarrierRefused",
    "CarrierThrottled",
    "CarrierUnavailable",
    "CreatedReturn",
    "Dimensions",
    "MailingScenario",
    "OutcomeUnknown",
    "Pace",
    "Parcel",
    "PriceLine",
    "PublicLabel",
    "Quote",
    "RequestNotSendable",
    "ReturnOrder",
    "Tax",
    "TrackingEvent",
    "open_http",
]
