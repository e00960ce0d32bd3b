"""What a merchant is told when the carrier did not do what was asked."""

from chassis.words import Words

from labeler.canada_post import CarrierRefused, OutcomeUnknown


def carrier_words(refused: CarrierRefused | OutcomeUnknown, words: Words) -> str:
    """Give the carrier's own words, or say that it gave none."""
    said = " ".join(text for text in refused.descriptions if text)
    return said or words("refused-silently")
