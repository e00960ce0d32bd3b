"""Whether a centre can open: what is still missing, in the order in which one sets it up."""

from typing import Final, Literal

from merchant_api.centre.centre_settings import CentreSettings

Missing = Literal["addresses", "reasons", "approval", "branding", "carrier"]
Standing = Literal["not_ready", "live", "paused"]

STEPS: Final[tuple[Missing, ...]] = ("addresses", "reasons", "approval", "branding", "carrier")


def missing_of(settings: CentreSettings, *, has_account: bool) -> tuple[Missing, ...]:
    """List what has to be done before customers can be let in."""
    is_done = {
        "addresses": bool(settings.addresses),
        "reasons": "reasons" in settings.saved and bool(settings.offered_reasons),
        "approval": "approval" in settings.saved,
        "branding": "branding" in settings.saved,
        "carrier": has_account,
    }
    return tuple(step for step in STEPS if not is_done[step])


def standing_of(settings: CentreSettings, *, has_account: bool) -> Standing:
    """Tell whether requests are taken, or why not."""
    if missing_of(settings, has_account=has_account):
        return "not_ready"
    return "paused" if settings.is_paused else "live"
