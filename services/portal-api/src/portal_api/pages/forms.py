"""What the forms send. Nothing is required: what is missing is said on the page, not by a status.

`lang` is the language that the page was in. `switch` is set by the button for the other one, which
belongs to the same form, so that changing the language loses nothing.
"""

from pydantic import BaseModel, ConfigDict


class StepForm(BaseModel):
    """What all forms have in common."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    lang: str = ""
    switch: str = ""

    @property
    def language(self) -> str:
        """Name the language to go on in."""
        return self.switch or self.lang


class ParcelForm(StepForm):
    """Which parcel."""

    tracking_number: str = ""
    postal_code: str = ""


class ReasonsForm(StepForm):
    """Why."""

    reasons: tuple[str, ...] = ()
    comment: str = ""


class MethodForm(StepForm):
    """How."""

    method: str = ""


class SendForm(StepForm):
    """Where the answer goes."""

    email: str = ""
