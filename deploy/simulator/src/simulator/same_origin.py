"""Whether a browser sent a form from our own page."""

from urllib.parse import urlsplit

from starlette.requests import Request


def is_same_origin(request: Request, public_url: str) -> bool:
    """Believe what only a browser sets; without it, it is no browser and bears nobody's cookies."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = request.headers.get("origin")
    if origin is None:
        return True
    return urlsplit(origin).netloc in {request.headers.get("host"), urlsplit(public_url).netloc}
