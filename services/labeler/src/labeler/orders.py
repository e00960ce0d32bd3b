"""What is asked of the carrier, in the carrier's terms."""

from hashlib import sha256

from contracts.decisions import EstimateRequested, ReturnApproved
from contracts.handling import ReplacementLabelRequested
from contracts.values import Parcel as ParcelValue
from contracts.values import PostalAddress

from labeler.canada_post import Address, Dimensions, MailingScenario, Parcel, ReturnOrder
from labeler.canada_post.authorized_return import write_order


def in_place_of(asked: ReplacementLabelRequested) -> ReturnApproved:
    """Put a request for another label as the approval that it amounts to."""
    said = asked.model_dump(exclude={"generation", "requested_at"})
    return ReturnApproved(**said, approved_at=asked.requested_at)


def scenario(requested: EstimateRequested) -> MailingScenario:
    """Ask for the price of one service, from the customer to the merchant."""
    return MailingScenario(
        origin_postal_code=requested.origin_postal_code,
        destination_postal_code=requested.destination_postal_code,
        parcel=_parcel(requested.parcel),
        service_codes=(requested.service_code,),
    )


def return_scenario(approved: ReturnApproved) -> MailingScenario:
    """Ask for the price of what is about to be ordered."""
    return MailingScenario(
        origin_postal_code=approved.returner.postal_code,
        destination_postal_code=approved.receiver.postal_code,
        parcel=_parcel(approved.parcel),
        service_codes=(approved.service_code,),
    )


def return_order(approved: ReturnApproved, generation: int = 1) -> ReturnOrder:
    """Ask for one label, with both of our names for the return.

    They are the only trace of a label whose creation was lost. The second is the id without
    hyphens, because the carrier takes 35 characters, and tells the labels of one return apart.
    """
    mark = "" if generation == 1 else f"-{generation}"
    return ReturnOrder(
        service_code=approved.service_code,
        returner=_address(approved.returner),
        receiver=_address(approved.receiver),
        reference=approved.number,
        reference_2=approved.return_id.hex + mark,
        parcel=_parcel(approved.parcel),
    )


def digest(order: ReturnOrder) -> str:
    """Return the SHA-256 of the request as it will be sent. Raises RequestNotSendable."""
    return sha256(write_order(order)).hexdigest()


def _address(address: PostalAddress) -> Address:
    return Address(**address.model_dump())


def _parcel(parcel: ParcelValue) -> Parcel:
    """Two sides are no dimensions: without all three the carrier goes by weight alone."""
    if parcel.length_mm is None or parcel.width_mm is None or parcel.height_mm is None:
        return Parcel(parcel.weight_grams)
    sides = Dimensions(parcel.length_mm, parcel.width_mm, parcel.height_mm)
    return Parcel(parcel.weight_grams, sides)
