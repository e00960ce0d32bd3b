"""Links that let somebody in: a secret in an address, shown or mailed once, kept as a digest."""

from datetime import timedelta
from typing import Final

SET_UP: Final = "/installation/"
SET_UP_LASTS: Final = timedelta(hours=24)

INVITATION: Final = "/invitation/"
INVITATION_LASTS: Final = timedelta(days=7)

RESET: Final = "/mot-de-passe/"
RESET_LASTS: Final = timedelta(hours=1)

FORGOTTEN: Final = "/mot-de-passe/oublie"
"""Where a new password is asked for. It opens nothing."""
