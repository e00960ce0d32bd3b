"""Rules of opening and pausing: customers always read why, in both languages."""

from contracts.values import Words

from merchant_api.centre.centre_settings import CentreSettings, with_changes


def pause(settings: CentreSettings, words: Words) -> CentreSettings:
    """Take no new requests, and say so in these words. Paused already, the words change."""
    return with_changes(settings, is_paused=True, paused=words)


def resume(settings: CentreSettings) -> CentreSettings:
    """Take requests again. The words are kept for another time."""
    return with_changes(settings, is_paused=False)
