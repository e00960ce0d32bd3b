"""What a merchant is told when the carrier did not do what was asked."""

from chassis.words import Words

from labeler.canada_post import CarrierRefused, OutcomeUnknown


def tell_refusal(refused: CarrierRefused, words: Words) -> str:
    """Give the carrier's own words, or say that it gave none."""
    return _said(refused.descriptions) or words("refused-silently")


def tell_doubt(unknown: OutcomeUnknown, words: Words, number: str) -> str:
    """Say that a label may exist and how to recognise it, and what the carrier said, if anything.

    `number` is the return's, which we gave the carrier as our reference.
    """
    return f"{words('answer-lost', number=number)} {_said(unknown.descriptions)}".strip()


def _said(descriptions: tuple[str, ...]) -> str:
    return " ".join(text for text in descriptions if text)
