"""The merchant's account at the carrier: sealed for labeler, never opened here."""
