"""What becomes of shipments that are told, one after the other: rules, without any I/O."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal
from uuid import UUID

from merchant_api.shipments.errors import ReferenceTaken, TrackingNumberTaken
from merchant_api.shipments.records import Shipment, ShipmentContent

Outcome = Literal["new", "changed", "unchanged"]


@dataclass(frozen=True, slots=True)
class Told:
    """What a merchant tells of one shipment.

    Of a `partial` telling, what is blank leaves what is known: a file without a column of e-mails
    takes nobody's e-mail away.
    """

    tracking_number: str
    content: ShipmentContent
    is_partial: bool = False


@dataclass(frozen=True, slots=True)
class Recorded:
    """The shipment as it is known now, and what came of it being told."""

    shipment: Shipment
    outcome: Outcome


class Ledger:
    """The shipments of one merchant that a batch touches, as they become item by item.

    The merchant's own reference says which shipment is meant, then the tracking number does.
    """

    def __init__(self, known: Iterable[Shipment]) -> None:
        self._before = {it.shipment_id: it for it in known}
        self._now = dict(self._before)
        self._by_number = {it.tracking_number: it.shipment_id for it in self._before.values()}
        self._by_reference = {
            it.content.reference: it.shipment_id
            for it in self._before.values()
            if it.content.reference
        }

    def tell(self, told: Told, new_id: UUID) -> Recorded:
        """Take note of one shipment; `new_id` is for one that was not known.

        Raises TrackingNumberTaken.
        """
        reference = told.content.reference
        named = self._by_reference.get(reference) if reference else None
        numbered = self._by_number.get(told.tracking_number)
        if named is not None and numbered is not None and named != numbered:
            raise TrackingNumberTaken
        found = named or numbered
        if found is None:
            return self._add(Shipment(new_id, 1, told.tracking_number, told.content))
        return self.change(self._now[found], told)

    def change(self, known: Shipment, told: Told) -> Recorded:
        """Make `known` be as told. Raises TrackingNumberTaken, ReferenceTaken."""
        own = {None, known.shipment_id}
        if self._by_number.get(told.tracking_number) not in own:
            raise TrackingNumberTaken
        if self._by_reference.get(told.content.reference or "") not in own:
            raise ReferenceTaken
        content = _over(known.content, told)
        if (known.tracking_number, known.content) == (told.tracking_number, content):
            return Recorded(known, "unchanged")
        before = self._before.get(known.shipment_id)
        version = before.version + 1 if before else known.version
        changed = Shipment(known.shipment_id, version, told.tracking_number, content)
        self._forget(known)
        self._remember(changed)
        return Recorded(changed, "changed")

    @property
    def added(self) -> list[Shipment]:
        """The shipments that were not known before."""
        return [it for key, it in self._now.items() if key not in self._before]

    @property
    def changed(self) -> list[Shipment]:
        """Those that were known otherwise, each in its next version, however often it was told."""
        return [
            it
            for key, it in self._now.items()
            if key in self._before and it != replace(self._before[key], version=it.version)
        ]

    @property
    def renamed(self) -> list[UUID]:
        """Name those whose tracking number or reference is another than before."""
        return [it.shipment_id for it in self.changed if _names(it) != self._names_before(it)]

    def _names_before(self, shipment: Shipment) -> tuple[str, str | None]:
        return _names(self._before[shipment.shipment_id])

    def _add(self, shipment: Shipment) -> Recorded:
        self._remember(shipment)
        return Recorded(shipment, "new")

    def _remember(self, shipment: Shipment) -> None:
        self._now[shipment.shipment_id] = shipment
        self._by_number[shipment.tracking_number] = shipment.shipment_id
        if shipment.content.reference:
            self._by_reference[shipment.content.reference] = shipment.shipment_id

    def _forget(self, shipment: Shipment) -> None:
        del self._by_number[shipment.tracking_number]
        if shipment.content.reference:
            del self._by_reference[shipment.content.reference]


def _names(shipment: Shipment) -> tuple[str, str | None]:
    return shipment.tracking_number, shipment.content.reference


def _over(known: ShipmentContent, told: Told) -> ShipmentContent:
    """Put what is told over what is known. Silence takes no reference away."""
    if told.is_partial:
        said = {
            name: value
            for name in ShipmentContent.model_fields
            if (value := getattr(told.content, name)) is not None
        }
        return known.model_copy(update=said)
    if told.content.reference is None and known.reference is not None:
        return told.content.model_copy(update={"reference": known.reference})
    return told.content
