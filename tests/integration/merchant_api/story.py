"""Merchants at their desks, and the news that reaches them."""

import json
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from chassis.db import Pool
from chassis.ids import new_id
from chassis.seal import unseal
from chassis.staging import stage
from contracts.checks import CarrierChecked, CheckOutcome
from contracts.event import Event
from contracts.labels import (
    CostEstimated,
    LabelCreated,
    LabelFailed,
    Outcome,
    ParcelMoved,
    PriceLine,
    Stage,
    TaxLine,
)
from contracts.messages import MessageFailed, MessageSent
from contracts.returns import Reason, ReturnRequested
from contracts.values import BlobRef, Parcel, PostalAddress, Reply, Words
from contracts.wire import message
from merchant_api.actors import Actor
from merchant_api.bulk.begin_bulk_run import begin_bulk_run
from merchant_api.bulk.bulk_records import BulkRun, Terms
from merchant_api.carrier.check_account import request_check
from merchant_api.carrier.seal_account import Sealing
from merchant_api.centre.centre_settings import CentreSettings, ParcelPreset
from merchant_api.centre.centre_store import get_settings
from merchant_api.centre.change_centre import change_centre
from merchant_api.centre.change_parcels import add_preset
from merchant_api.consumer import events
from merchant_api.enrolment.enrol_merchant import Enrolled, enrol_merchant
from merchant_api.enrolment.enrolment_file import Enrolment, read_enrolment
from merchant_api.people.passwords import Passwords
from merchant_api.queue.view import View
from merchant_api.shipments.ledger import Told
from merchant_api.shipments.record_shipments import record_shipment
from merchant_api.shipments.records import Shipment, ShipmentContent
from merchant_api.views.saved_views import save_view
from nacl.public import PrivateKey

_KEY = PrivateKey.generate()
PRIVATE_KEY = b64encode(bytes(_KEY)).decode()
PUBLIC_KEY = b64encode(bytes(_KEY.public_key)).decode()
SEALING = Sealing(PUBLIC_KEY, Passwords())
NOON = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)
DEMI = Actor("user", "019ab000-0000-7000-8000-0000000000d1", "demi@example.com")
PASSWORD = "a password for tests"
REPLY = Reply(language="fr", sealed="c2VhbGVkIGZvciBub3RpZmllcg==")
FILE = BlobRef(key="labels/x", media_type="image/png", size_bytes=1, sha256="0" * 64)
ADDRESS = PostalAddress(
    name="Destinataire Exemple",
    line_1="25, rue Imaginaire",
    city="Sherbrooke",
    province="QC",
    postal_code="J1H1A1",
)

_FILE = """
[user]
email = "{email}"
password = "a password for tests"

[carrier_account]
user = "renvoi-demo"
password = "specimen-canary"
customer_number = "0000042"
contract_id = "0000007"

[centre]
slug = "{slug}"
store_name = "Atelier Boréal"
legal_name = "Atelier Boréal inc."
contact_email = "bonjour@atelier-boreal.example"
privacy_email = "confidentialite@atelier-boreal.example"
accent = "#23504a"
background = "aurore"
methods = ["qr_code"]
approval = "{approval}"
window_days = 30
answer_business_days = 2
policy = {{ fr = "Trente jours.", en = "Thirty days." }}
reasons = [{{ code = "damaged", words = {{ fr = "Endommagé", en = "Damaged" }} }}]

[centre.postal_address]
name = "Atelier Boréal"
line_1 = "100, rue de l’Exemple"
city = "Montréal"
province = "QC"
postal_code = "H2X1Y4"

[centre.return_address]
name = "Entrepôt Boréal"
line_1 = "100, rue de l’Exemple"
line_2 = "Quai 3"
city = "Montréal"
province = "QC"
postal_code = "H2X1Y4"
"""


def an_enrolment(
    slug: str = "atelier-boreal",
    *,
    email: str | None = None,
    approval: str = "manual",
    then: str = "",
) -> Enrolment:
    """Read a merchant's file; `then` is more of its text."""
    text = _FILE.format(slug=slug, email=email or f"demi@{slug}.example", approval=approval)
    return read_enrolment(text + then)


class Record(NamedTuple):
    """A Kafka record."""

    topic: str
    partition: int
    offset: int
    key: bytes | None
    value: bytes | None
    headers: Sequence[tuple[str, bytes | None]]


def a_record(event: Event, event_id: UUID, offset: int = 0) -> Record:
    """Put `event` on the wire."""
    sent = message(event, event_id=event_id, at=NOON)
    headers = [(name, value.encode()) for name, value in sent.headers.items()]
    return Record(sent.topic, 0, offset, sent.key.encode(), sent.value, headers)


async def hears(pool: Pool, *news: Event) -> None:
    """Have merchant-api hear each event of `news`."""
    records = [a_record(event, new_id(), offset) for offset, event in enumerate(news)]
    await stage(pool, "merchant-api.v1", events, records)


async def announced(pool: Pool, kind: str = "") -> list[dict[str, object]]:
    """List the bodies of what was announced, by events whose type holds `kind`."""
    rows = await pool.fetch("SELECT header_names, header_values, value FROM outbox ORDER BY id")
    found = []
    for row in rows:
        headers = dict(zip(row["header_names"], row["header_values"], strict=True))
        if kind in headers["ce_type"].decode():
            found.append(json.loads(row["value"]))
    return found


@dataclass(frozen=True, slots=True)
class Shop:
    """A merchant who is enrolled, and what happens to them."""

    pool: Pool
    enrolled: Enrolled
    email: str
    _numbers: list[int] = field(default_factory=lambda: [0])

    @property
    def merchant_id(self) -> UUID:
        return self.enrolled.merchant_id

    @property
    def key(self) -> str:
        assert self.enrolled.api_key is not None
        return self.enrolled.api_key

    async def settings(self) -> CentreSettings:
        return await get_settings(self.pool, self.merchant_id)

    async def packs(self, name: str = "Boîte moyenne") -> UUID:
        """Add a usual parcel; return its id."""
        parcel = Parcel(weight_grams=1200, length_mm=350, width_mm=250, height_mm=100)
        preset = ParcelPreset(preset_id=new_id(), name=name, parcel=parcel)
        await change_centre(
            self.pool,
            self.merchant_id,
            lambda settings: add_preset(settings, preset),
            actor=DEMI,
            now=NOON,
            act="centre.parcels",
        )
        return preset.preset_id

    async def owner_id(self) -> UUID:
        """Tell who was enrolled with the merchant."""
        row = await self.pool.fetchrow("SELECT user_id FROM users WHERE email = $1", self.email)
        assert row is not None
        user_id: UUID = row["user_id"]
        return user_id

    async def ships(
        self, tracking_number: str = "7000000000001013", *, grams: int | None = 1200
    ) -> Shipment:
        content = ShipmentContent(
            recipient=ADDRESS,
            email="camille@example.com",
            language="fr",
            parcel=grams and Parcel(weight_grams=grams, length_mm=350, width_mm=250, height_mm=100),
            delivered_on=(NOON - timedelta(days=6)).date(),
        )
        told = Told(tracking_number, content)
        recorded = await record_shipment(self.pool, self.merchant_id, told, actor=DEMI, now=NOON)
        return recorded.shipment

    def a_request(
        self,
        shipment_id: UUID,
        *,
        number: str | None = None,
        name: str = "Camille Exemple",
        at: datetime = NOON,
    ) -> ReturnRequested:
        self._numbers[0] += 1
        return ReturnRequested(
            return_id=new_id(),
            number=number or f"RV-{self._numbers[0]:04d}-6K",
            merchant_id=self.merchant_id,
            shipment_id=shipment_id,
            tracking_number="7000000000001013",
            reasons=(Reason(code="damaged", words=Words(fr="Endommagé", en="Damaged")),),
            comment="La fermeture éclair s’est brisée.",
            method="qr_code",
            language="fr",
            customer_name=name,
            customer_email="camille@example.com",
            requested_at=at,
            reply=REPLY,
        )

    async def is_asked(self, *, name: str = "Camille Exemple", at: datetime = NOON) -> UUID:
        """Have a customer ask for a return; return its id."""
        shipment = await self.ships()
        request = self.a_request(shipment.shipment_id, name=name, at=at)
        await hears(self.pool, request)
        return request.return_id

    async def saves_a_view(self) -> UUID:
        """Keep a view of the queue under a name; return its id."""
        view = View(tab="closed")
        saved = await save_view(self.pool, self.merchant_id, "Une vue", view, actor=DEMI, now=NOON)
        return saved.view_id

    async def begins_a_run(self, *return_ids: UUID) -> UUID:
        """Have several returns estimated at once; return the id of the run."""
        run = BulkRun(new_id(), self.merchant_id, "estimate", DEMI, "fr", Terms(), NOON)
        await begin_bulk_run(self.pool, run, return_ids)
        return run.run_id

    async def tries_account(self) -> UUID:
        """Have the saved account tried; return the id of the trial."""
        return await request_check(
            self.pool, SEALING, self.merchant_id, None, language="fr", actor=DEMI, now=NOON
        )

    def a_checked(
        self,
        check_id: UUID,
        outcome: CheckOutcome = "ok",
        finding: str | None = None,
        *codes: str,
    ) -> CarrierChecked:
        return CarrierChecked(
            check_id=check_id,
            merchant_id=self.merchant_id,
            outcome=outcome,
            finding=finding,
            codes=codes,
            message="AAA Échec de l’authentification" if codes else "",
            checked_at=NOON + timedelta(seconds=2),
        )

    def a_price(self, return_id: UUID, estimate_id: UUID) -> CostEstimated:
        return CostEstimated(
            estimate_id=estimate_id,
            return_id=return_id,
            merchant_id=self.merchant_id,
            service_code="DOM.EP",
            service_name="Colis accélérés",
            base_cents=1184,
            lines=(PriceLine(code="FUELSC", name="Supplément carburant", amount_cents=201),),
            taxes=(
                TaxLine(kind="gst", rate_percent="5", amount_cents=69),
                TaxLine(kind="pst", rate_percent="9.975", amount_cents=138),
            ),
            due_cents=1592,
            quoted_at=NOON + timedelta(minutes=2),
        )

    def a_label(self, return_id: UUID, *, at: datetime = NOON) -> LabelCreated:
        return LabelCreated(
            return_id=return_id,
            number="RV-0001-6K",
            merchant_id=self.merchant_id,
            method="qr_code",
            tracking_pin="7023210194837261",
            label=FILE,
            qr_png=FILE,
            qr_svg=FILE,
            qr_opens="label",
            return_address=ADDRESS,
            created_at=at,
            reply=REPLY,
        )

    def a_failure(self, return_id: UUID, outcome: Outcome = "unknown") -> LabelFailed:
        return LabelFailed(
            return_id=return_id,
            merchant_id=self.merchant_id,
            outcome=outcome,
            codes=("9111",),
            message="Le numéro de client n’est pas valide.",
            failed_at=NOON + timedelta(minutes=4),
        )

    def a_move(self, return_id: UUID, stage: Stage, *, hours: int = 1) -> ParcelMoved:
        return ParcelMoved(
            return_id=return_id,
            merchant_id=self.merchant_id,
            tracking_pin="7023210194837261",
            stage=stage,
            carrier_code="1303",
            description="Article accepté au bureau de poste",
            place="Sherbrooke, QC",
            happened_at=NOON + timedelta(hours=hours),
        )

    def a_sent(self, return_id: UUID) -> MessageSent:
        return MessageSent(
            message_id=new_id(),
            return_id=return_id,
            merchant_id=self.merchant_id,
            template="request_received",
            sent_at=NOON + timedelta(minutes=1),
        )

    def an_unsent(self, return_id: UUID) -> MessageFailed:
        return MessageFailed(
            message_id=new_id(),
            return_id=return_id,
            merchant_id=self.merchant_id,
            template="label_ready",
            outcome="refused",
            reason="550",
            failed_at=NOON + timedelta(minutes=6),
        )


async def open_shop(pool: Pool, slug: str = "atelier-boreal", *, approval: str = "manual") -> Shop:
    """Enrol a merchant."""
    enrolment = an_enrolment(slug, approval=approval)
    enrolled = await enrol_merchant(pool, SEALING, enrolment, new_key=False, now=NOON)
    return Shop(pool, enrolled, enrolment.user.email)


def opened(sealed: object) -> dict[str, object]:
    """Open a box as labeler does."""
    account: dict[str, object] = json.loads(unseal(str(sealed), PRIVATE_KEY))
    return account
