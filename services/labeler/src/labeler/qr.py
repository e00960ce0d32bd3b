"""The code that opens a label: a QR code of its public address, as PNG and as SVG.

Model 2, level M, with the standard's own choice of mask and a quiet zone of four modules, on white
whatever the page's colour. Nothing but the address is in it.
"""

from io import BytesIO

import segno

_QUIET_MODULES = 4
_LEAST_PIXELS = 600  # 300 as shown, on a screen with two pixels for one


def draw_png(url: str) -> bytes:
    """Draw the code of `url`, at least 600 pixels wide, each module a whole number of them."""
    code = _make(url)
    side_modules = code.symbol_size(border=_QUIET_MODULES)[0]
    scale = -(-_LEAST_PIXELS // side_modules)
    return _save(code, "png", scale=scale)


def draw_svg(url: str) -> bytes:
    """Draw the code of `url` to be scaled by whoever shows it: it has proportions but no size."""
    return _save(_make(url), "svg", scale=1, omitsize=True, svgclass=None, lineclass=None)


def _make(url: str) -> segno.QRCode:
    return segno.make(url, error="m", micro=False, boost_error=False)


def _save(code: segno.QRCode, kind: str, **options: object) -> bytes:
    drawn = BytesIO()
    code.save(drawn, kind=kind, border=_QUIET_MODULES, dark="black", light="white", **options)
    return drawn.getvalue()
