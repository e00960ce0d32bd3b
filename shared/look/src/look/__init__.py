"""Paper, type and icons: the static files of whoever has pages, under addresses that never change.

A template links `url("base.css")` and one of `portal.css` and `console.css` after it.
"""

from look.files import UnknownFile, url
from look.serving import HTMX_CONFIG, mount

__all__ = ["HTMX_CONFIG", "UnknownFile", "mount", "url"]
