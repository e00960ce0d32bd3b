"""What a tracking event says about where a parcel is on its way home.

Source: Canada Post's list of tracking events, as third parties reproduce it (read 2026-11).
Delays count as in transit (the parcel still comes), waiting at the post office or behind a notice
card as an exception (the receiver has to act), at the door as out for delivery.
"""

from contracts.labels import Stage

NOTES = frozenset({"20", "21", "2001"})
"""Signature or photo available: often the newest event, never a change."""


def _numbers(*spans: int | tuple[int, int]) -> frozenset[str]:
    return frozenset(
        str(number)
        for span in spans
        for number in ((span,) if isinstance(span, int) else range(span[0], span[1] + 1))
    )


_IDS: dict[Stage, frozenset[str]] = {
    "info": _numbers(3000, 3002),
    "accepted": _numbers((1300, 1303), 2300),
    "in_transit": (
        _numbers(100, 102, (104, 107), 170, 175, 198, 400, 405, 410, 804)
        | _numbers(1240, 1244, 1703, 2500, 2501)
        | _numbers((159, 163), (621, 628))  # delays
    ),
    "out_for_delivery": _numbers(174, 500, (610, 619)),
    "delivered": (
        _numbers((1405, 1406), (1408, 1409), (1421, 1434), (1441, 1442), (1461, 1476), 1496, 1498)
    ),
    "exception": (
        _numbers(150, (171, 173), 190, (1410, 1412), 1414, 1443, 1450, 1484, 1494)
        | _numbers(2410, 2412, 2414, 4700)
        | _numbers(156, 1407, (1435, 1438), 1479, 1488, 1701, 2407)  # waits to be picked up
    ),
    "returning": (
        _numbers((167, 169), (181, 184), (1415, 1420), (1481, 1482), (1491, 1492))
        | _numbers(2600, 2802, 3001)
    ),
}

_STAGES: dict[str, Stage] = {event_id: stage for stage, ids in _IDS.items() for event_id in ids}


def normalise_id(event_id: str) -> str:
    """Take the leading zeros off: the carrier pads to four digits, its own list does not."""
    return event_id.strip().lstrip("0")


def stage_of(event_id: str) -> Stage | None:
    """Tell the stage of a normalised id; None for a note and for an id that nobody knows."""
    return _STAGES.get(event_id)


def is_known(event_id: str) -> bool:
    """Tell whether the carrier's list has this normalised id."""
    return event_id in _STAGES or event_id in NOTES
