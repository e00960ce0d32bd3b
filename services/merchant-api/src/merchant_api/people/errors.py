"""What is refused of people, their sessions and the links that let them in."""

from chassis.errors import Refusal


class SignInRefused(Refusal):
    """Unknown e-mail or wrong password: which of the two is not said."""


class PresentPasswordWrong(Refusal):
    """Whoever wants another password does not know the present one."""


class TooManyTries(Refusal):
    """So many of late that not even the right one is looked at."""

    def __init__(self, retry_after_s: int) -> None:
        super().__init__(f"too many tries, again in {retry_after_s} s")
        self.retry_after_s = retry_after_s


class EmailTaken(Refusal):
    """The e-mail signs in already, perhaps to another merchant: which one is not said."""


class LinkDead(Refusal):
    """A link that never was, was used, or is too old: which of them is not said."""


class AlreadyHere(Refusal):
    """The e-mail signs in to this merchant already."""


class AlreadyInvited(Refusal):
    """The e-mail has an invitation of this merchant, which may be sent again."""


class InvitationNotFound(Refusal):
    """No invitation of this merchant has that id, or not any more."""


class PersonNotFound(Refusal):
    """No person of this merchant has that id, or not any more."""


class LastOwner(Refusal):
    """Without this owner nobody could change a setting any more."""
