"""Where a form leads once it has done its work: to the open row, or to the return's own page."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import Form, Query
from starlette.responses import RedirectResponse

PAGE = "page"
"""What a form on the return's own page sends as `ici`, so that one comes back there."""

Here = Annotated[str, Form()]
HereAsked = Annotated[str, Query()]


def url_of(number: str, here: str, notice: str = "") -> str:
    """Give the address of the return where the form was. `notice` names what is to be said."""
    if here == PAGE:
        return f"/retours/{number}" + (f"?{urlencode({'avis': notice})}" if notice else "")
    query = {"ouvert": number, **({"avis": notice} if notice else {})}
    return f"/retours?{urlencode(query)}"


def back_to(number: str, here: str, notice: str = "") -> RedirectResponse:
    """Lead there, as after every form."""
    return RedirectResponse(url_of(number, here, notice), 303)
