"""The one table of topics: who writes, who reads, what keeps its order, how long it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from contracts.carriers import CarrierAccountSealed
from contracts.centres import CentreConfigured
from contracts.checks import CarrierChecked, CarrierCheckRequested
from contracts.decisions import (
    CustomerMessaged,
    EstimateRequested,
    ReturnApproved,
    ReturnDeclined,
)
from contracts.event import Event
from contracts.handling import (
    LabelVoidRequested,
    MessageResendRequested,
    ReplacementLabelRequested,
    ReturnCancelledByMerchant,
    ReturnClosed,
    ReturnOpenedForCustomer,
    ReturnReceived,
)
from contracts.labels import (
    CostEstimated,
    EstimateFailed,
    LabelCreated,
    LabelFailed,
    LabelVoided,
    ParcelMoved,
)
from contracts.messages import MessageFailed, MessageSent
from contracts.notifications import NotificationsConfigured
from contracts.people import PasswordChanged, PasswordResetRequested, PersonInvited
from contracts.returns import ReturnCancelled, ReturnNotOpened, ReturnRequested
from contracts.shipments import ShipmentRecorded

_DAY_MS = 86_400_000

# A reader may be away for a week and still see that something was erased.
_COMPACTED = MappingProxyType(
    {
        "cleanup.policy": "compact",
        "min.compaction.lag.ms": "3600000",
        "max.compaction.lag.ms": str(_DAY_MS),
        "delete.retention.ms": str(7 * _DAY_MS),
    }
)


def _kept(days: int) -> Mapping[str, str]:
    return MappingProxyType({"cleanup.policy": "delete", "retention.ms": str(days * _DAY_MS)})


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic. It has exactly one writer; what must stay in order shares a key."""

    name: str
    writer: str
    readers: tuple[str, ...]
    key: str
    """The field of the events whose text is the record's key."""
    events: tuple[type[Event], ...]
    partitions: int
    config: Mapping[str, str]


RETURNS = Topic(
    name="portal.returns",
    writer="portal-api",
    readers=("merchant-api", "notifier"),
    key="return_id",
    events=(ReturnRequested, ReturnCancelled, ReturnNotOpened),
    partitions=6,
    config=_kept(days=14),
)
DECISIONS = Topic(
    name="merchant.decisions",
    writer="merchant-api",
    readers=("portal-api", "labeler", "notifier"),
    key="return_id",
    events=(
        EstimateRequested,
        ReturnApproved,
        ReturnDeclined,
        LabelVoidRequested,
        ReplacementLabelRequested,
        ReturnCancelledByMerchant,
        CustomerMessaged,
        MessageResendRequested,
        ReturnOpenedForCustomer,
        ReturnReceived,
        ReturnClosed,
    ),
    partitions=6,
    config=_kept(days=14),
)
CENTRES = Topic(
    name="merchant.centres",
    writer="merchant-api",
    readers=("portal-api", "notifier"),
    key="merchant_id",
    events=(CentreConfigured,),
    partitions=1,
    config=_COMPACTED,
)
SHIPMENTS = Topic(
    name="merchant.shipments",
    writer="merchant-api",
    readers=("portal-api",),
    key="shipment_id",
    events=(ShipmentRecorded,),
    partitions=6,
    config=_COMPACTED,
)
CARRIERS = Topic(
    name="merchant.carriers",
    writer="merchant-api",
    readers=("labeler",),
    key="merchant_id",
    events=(CarrierAccountSealed,),
    partitions=1,
    config=_COMPACTED,
)
PEOPLE = Topic(
    name="merchant.people",
    writer="merchant-api",
    readers=("notifier",),
    key="person_id",
    events=(PersonInvited, PasswordResetRequested, PasswordChanged),
    partitions=1,
    config=_kept(days=14),
)
NOTIFICATIONS = Topic(
    name="merchant.notifications",
    writer="merchant-api",
    readers=("notifier",),
    key="merchant_id",
    events=(NotificationsConfigured,),
    partitions=1,
    config=_COMPACTED,
)
CHECKS_WANTED = Topic(
    name="merchant.checks",
    writer="merchant-api",
    readers=("labeler",),
    key="merchant_id",
    events=(CarrierCheckRequested,),
    partitions=1,
    config=_kept(days=1),
)
CHECKS = Topic(
    name="labeler.checks",
    writer="labeler",
    readers=("merchant-api",),
    key="merchant_id",
    events=(CarrierChecked,),
    partitions=1,
    config=_kept(days=1),
)
LABELS = Topic(
    name="labeler.labels",
    writer="labeler",
    readers=("portal-api", "merchant-api", "notifier"),
    key="return_id",
    events=(CostEstimated, EstimateFailed, LabelCreated, LabelFailed, LabelVoided, ParcelMoved),
    partitions=6,
    config=_kept(days=14),
)
MESSAGES = Topic(
    name="notifier.messages",
    writer="notifier",
    readers=("merchant-api",),
    key="return_id",
    events=(MessageSent, MessageFailed),
    partitions=6,
    config=_kept(days=14),
)

TOPICS: tuple[Topic, ...] = (
    RETURNS,
    DECISIONS,
    CENTRES,
    SHIPMENTS,
    CARRIERS,
    NOTIFICATIONS,
    CHECKS_WANTED,
    PEOPLE,
    LABELS,
    CHECKS,
    MESSAGES,
)

DEAD_SUFFIX = ".dead"
DEAD_PARTITIONS = 1
DEAD_CONFIG = _kept(days=90)
"""Beside every topic lies `<topic>.dead`, written by whichever reader gave a record up."""


def read_by(service: str) -> tuple[Topic, ...]:
    """Return the topics that `service` (its project name) has to subscribe to."""
    return tuple(topic for topic in TOPICS if service in topic.readers)
