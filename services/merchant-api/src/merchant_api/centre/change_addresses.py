"""Rules of the return addresses: add, edit, remove, and one default as long as there is any."""

from uuid import UUID

from contracts.values import PostalAddress

from merchant_api.centre.centre_settings import CentreSettings, ReturnAddress, with_saved
from merchant_api.centre.errors import AddressNotFound, DefaultNeeded, TooManyAddresses

MOST_ADDRESSES = 50


def add_address(
    settings: CentreSettings, address_id: UUID, address: PostalAddress
) -> CentreSettings:
    """Add an address; the first is the default. One that is there already is not added twice.

    Raises TooManyAddresses.
    """
    if any(it.address == address for it in settings.addresses):
        return settings
    if len(settings.addresses) >= MOST_ADDRESSES:
        raise TooManyAddresses
    added = ReturnAddress(address_id=address_id, address=address)
    return with_saved(
        settings,
        "addresses",
        addresses=(*settings.addresses, added),
        default_address_id=settings.default_address_id or address_id,
    )


def edit_address(
    settings: CentreSettings, address_id: UUID, address: PostalAddress
) -> CentreSettings:
    """Change an address. Returns already approved keep what it was. Raises AddressNotFound."""
    require_address(settings, address_id)
    addresses = tuple(
        it.model_copy(update={"address": address}) if it.address_id == address_id else it
        for it in settings.addresses
    )
    return with_saved(settings, "addresses", addresses=addresses)


def choose_default_address(settings: CentreSettings, address_id: UUID) -> CentreSettings:
    """Make one address the default. Raises AddressNotFound."""
    require_address(settings, address_id)
    return with_saved(settings, "addresses", default_address_id=address_id)


def remove_address(
    settings: CentreSettings, address_id: UUID, successor_id: UUID | None = None
) -> CentreSettings:
    """Remove an address; the default only together with `successor_id`, unless it is the last.

    Raises AddressNotFound, also of the successor, and DefaultNeeded.
    """
    require_address(settings, address_id)
    left = tuple(it for it in settings.addresses if it.address_id != address_id)
    default_id = settings.default_address_id
    if default_id == address_id:
        default_id = _successor(left, successor_id)
    return with_saved(settings, "addresses", addresses=left, default_address_id=default_id)


def require_address(settings: CentreSettings, address_id: UUID) -> ReturnAddress:
    """Return one of the addresses. Raises AddressNotFound."""
    found = settings.find_address(address_id)
    if found is None:
        raise AddressNotFound
    return found


def _successor(left: tuple[ReturnAddress, ...], successor_id: UUID | None) -> UUID | None:
    if not left:
        return None
    if successor_id is None:
        raise DefaultNeeded
    if successor_id not in {it.address_id for it in left}:
        raise AddressNotFound
    return successor_id
