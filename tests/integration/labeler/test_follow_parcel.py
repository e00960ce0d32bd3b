"""What is kept of the carrier's tracking documents, and what is told."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import httpx
from labeler.canada_post import open_http
from labeler.clock import utc_now
from labeler.follow_parcel import follow_parcel

from tests.integration.labeler.conftest import Desk, an_approval

MOVED = "renvoi.parcel-moved.v1"


def _document(*occurrences: tuple[str, str, str]) -> bytes:
    """Write a tracking document of (id, time, site), in the given order."""
    events = "".join(
        f"<occurrence><event-identifier>{code}</event-identifier>"
        f"<event-date>2026-11-20</event-date><event-time>{at}</event-time>"
        f"<event-time-zone>EST</event-time-zone><event-description>Texte {code}</event-description>"
        f"<event-site>{site}</event-site><event-province/></occurrence>"
        for code, at, site in occurrences
    )
    return (
        '<tracking-detail xmlns="http://www.canadapost.ca/ws/track">'
        f"<significant-events>{events}</significant-events></tracking-detail>"
    ).encode()


async def _bought(desk: Desk) -> UUID:
    approved = an_approval()
    await desk.stage(approved)
    await desk.create(approved.return_id)
    return approved.return_id


async def _look(
    desk: Desk, return_id: UUID, answer: Callable[[httpx.Request], httpx.Response]
) -> timedelta | None:
    async with open_http("http://carrier.example", httpx.MockTransport(answer)) as http:
        onlooker = replace(desk.carrier, http=http)
        return await follow_parcel(desk.pool, onlooker, return_id, every_s=10, clock=utc_now)


async def _told(desk: Desk) -> list[tuple[object, object, object]]:
    return [
        (body["carrier_code"], body["stage"], body["place"])
        for kind, body in await desk.announced()
        if kind == MOVED
    ]


async def test_what_happened_is_told_in_order_of_time_and_notes_are_only_kept(desk: Desk) -> None:
    return_id = await _bought(desk)
    document = _document(
        ("0020", "18:00:00", "MONTREAL"),
        ("0174", "09:00:00", ""),
        ("1303", "08:00:00", "SHERBROOKE"),
        ("1303", "08:00:00", "SHERBROOKE"),
        ("9999", "08:30:00", "NOWHERE"),
    )

    for _ in range(2):
        await _look(desk, return_id, lambda _: httpx.Response(200, content=document))

    assert await _told(desk) == [
        ("1303", "accepted", "SHERBROOKE"),
        ("174", "out_for_delivery", None),
    ]
    kept = await desk.pool.fetch("SELECT code, stage FROM parcel_events ORDER BY happened_at")
    assert [(row["code"], row["stage"]) for row in kept] == [
        ("1303", "accepted"),
        ("9999", None),
        ("174", "out_for_delivery"),
        ("20", None),
    ]


async def test_one_scan_at_two_places_is_two_things_seen(desk: Desk) -> None:
    return_id = await _bought(desk)
    document = _document(("0100", "09:00:00", "QUEBEC"), ("0100", "09:00:00", "MONTREAL"))

    await _look(desk, return_id, lambda _: httpx.Response(200, content=document))

    assert len(await _told(desk)) == 2


async def test_a_refused_look_tells_nothing_and_is_made_again(desk: Desk) -> None:
    return_id = await _bought(desk)

    again = await _look(desk, return_id, lambda _: httpx.Response(401))

    assert again is not None
    assert timedelta(seconds=9) <= again <= timedelta(seconds=11)
    assert await _told(desk) == []


async def test_a_parcel_that_turned_back_is_followed_until_the_customer_has_it(
    desk: Desk,
) -> None:
    return_id = await _bought(desk)
    turned = ("1415", "09:00:00", "MONTREAL")
    back = ("1496", "17:00:00", "SHERBROOKE")

    on_its_way = await _look(
        desk, return_id, lambda _: httpx.Response(200, content=_document(turned))
    )
    at_its_end = await _look(
        desk, return_id, lambda _: httpx.Response(200, content=_document(back, turned))
    )

    assert on_its_way is not None
    assert at_its_end is None
    assert [stage for _, stage, _ in await _told(desk)] == ["returning", "returning"]
