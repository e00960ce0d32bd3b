"""The portal, called without a network: browsers, programs, and what other services say."""

from base64 import b64encode
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import httpx
from chassis.blobs import Blobs
from chassis.db import Pool, Row
from chassis.health import Health
from chassis.ids import new_id
from chassis.staging import Origin
from contracts.event import Event
from contracts.labels import LabelCreated, ParcelMoved, Stage
from contracts.shipments import ShipmentRecorded
from contracts.values import BlobRef, Parcel, PostalAddress, Reply
from fastapi import FastAPI
from nacl.public import PrivateKey
from portal_api.consumer import events
from portal_api.settings import Settings
from portal_api.web import make_app
from portal_api.wiring import Parts

from tests.unit.portal_api.story import ADDRESS, MERCHANT, NOON

URL = "http://127.0.0.1:8080"
KEY = PrivateKey.generate()
PRIVATE_KEY = b64encode(bytes(KEY)).decode()
NUMBER = "7023210194837261"
CODE = "J1H1A1"
TYPED = {"tracking_number": NUMBER, "postal_code": CODE}
REPLY = Reply(language="fr", sealed="c2VhbGVk")
GENEROUS = 1_000_000


@dataclass
class Portal:
    """A portal whose clock stands still until a test moves it."""

    pool: Pool
    folder: Path
    settings: Settings
    now: datetime = NOON
    app: FastAPI = field(init=False)

    def __post_init__(self) -> None:
        self.blobs = Blobs((self.folder / "blobs").as_uri())
        self.app = make_app(Parts(self.pool, self.blobs, self.settings, lambda: self.now), Health())

    def client(self, *, address: str = "198.51.100.7") -> httpx.AsyncClient:
        """Make a client from `address`. Bugs are answered 500, as a server would."""
        transport = httpx.ASGITransport(
            self.app, client=(address, 1234), raise_app_exceptions=False
        )
        headers = {"sec-fetch-site": "same-origin"}
        return httpx.AsyncClient(transport=transport, base_url=URL, headers=headers)

    async def hear(self, *happened: Event, event_id: UUID | None = None) -> None:
        """Stage what other services say, each as its own delivery."""
        for event in happened:
            origin = Origin(event_id or new_id(), "topic", 0, 0)
            async with self.pool.transaction() as tx:
                await events.dispatch(tx, event, origin)

    async def draft(self, *, number: str = NUMBER) -> str:
        """Find a parcel; give the draft's secret."""
        async with self.client() as client:
            answer = await client.post(
                "/api/v1/centres/atelier-boreal/lookups", json={**TYPED, "tracking_number": number}
            )
            secret: str = answer.json()["draft"]
            return secret

    async def send(self, draft: str, **changes: object) -> httpx.Response:
        """Send a draft with its answers."""
        async with self.client() as client:
            return await client.post("/api/v1/returns", json={**answers(draft), **changes})

    async def requested(self) -> tuple[str, UUID]:
        """Ask for a return; give its token and its id."""
        token: str = (await self.send(await self.draft())).json()["token"]
        row = await self.pool.fetchrow("SELECT return_id FROM returns")
        assert row is not None
        return token, row["return_id"]

    async def label(self, return_id: UUID, **changes: object) -> LabelCreated:
        """Store the files of a label and say that it exists."""
        png = await self._file("qr.png", b"\x89PNG fake", "image/png")
        svg = await self._file("qr.svg", b"<svg/>", "image/svg+xml")
        pdf = await self._file("label.pdf", b"%PDF-1.4 fake", "application/pdf")
        values: dict[str, object] = {
            "return_id": return_id,
            "number": "RV-2K84-6T",
            "merchant_id": MERCHANT,
            "method": "qr_code",
            "tracking_pin": "7023210039414604",
            "label": pdf,
            "qr_png": png,
            "qr_svg": svg,
            "qr_opens": "label",
            "use_by_on": date(2026, 12, 23),
            "return_address": ADDRESS,
            "created_at": self.now,
            "reply": REPLY,
        }
        event = LabelCreated.model_validate({**values, **changes})
        await self.hear(event)
        return event

    async def _file(self, name: str, content: bytes, media_type: str) -> BlobRef:
        stored = await self.blobs.put(f"labels/{uuid4()}/{name}", content, media_type)
        return BlobRef(
            key=stored.key,
            media_type=stored.media_type,
            size_bytes=stored.size_bytes,
            sha256=stored.sha256,
        )

    async def rows(self, sql: str) -> list[Row]:
        return await self.pool.fetch(sql)


def a_portal(pool: Pool, folder: Path, **settings: object) -> Portal:
    values: dict[str, object] = {
        "database_url": "postgresql://unused",
        "kafka_bootstrap_servers": "127.0.0.1:9",
        "blob_url": "file:///unused",
        "notifier_public_key": b64encode(bytes(KEY.public_key)).decode(),
        "public_url": URL,
        "lookup_tries_per_parcel": GENEROUS,
        "lookup_tries_per_network": GENEROUS,
        "lookup_tries_per_postal_code": GENEROUS,
    }
    return Portal(pool, folder, Settings.model_validate({**values, **settings}))


def answers(draft: str) -> dict[str, object]:
    return {
        "draft": draft,
        "reasons": ["damaged"],
        "comment": "La fermeture est décousue.",
        "method": "qr_code",
        "email": "camille@example.com",
        "language": "fr",
    }


def a_shipment(number: str = NUMBER, **changes: object) -> ShipmentRecorded:
    values: dict[str, object] = {
        "shipment_id": uuid4(),
        "merchant_id": MERCHANT,
        "version": 1,
        "tracking_number": number,
        "recipient": PostalAddress(
            name="Camille Exemple",
            line_1="10, rue de l'Essai",
            city="Sherbrooke",
            province="QC",
            postal_code=CODE,
        ),
        "email": "camille@example.com",
        "parcel": Parcel(weight_grams=1200),
        "delivered_on": NOON.date() - timedelta(days=9),
        "recorded_at": NOON - timedelta(days=12),
    }
    return ShipmentRecorded.model_validate({**values, **changes})


def a_move(return_id: UUID, stage: Stage, *, at: datetime) -> ParcelMoved:
    return ParcelMoved(
        return_id=return_id,
        merchant_id=MERCHANT,
        tracking_pin="7023210039414604",
        stage=stage,
        carrier_code="1301",
        description="Item processed",
        place="SHERBROOKE QC",
        happened_at=at,
    )
