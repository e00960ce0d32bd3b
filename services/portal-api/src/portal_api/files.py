"""A file of a return on its way to a browser: for its owner alone, kept by nobody in between."""

from typing import Final

from contracts.values import Language
from fastapi import Response

from portal_api.read_return import File
from portal_api.standing import FileName

PRIVATE: Final = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex"}

_NAMES: Final[dict[Language, dict[FileName, str]]] = {
    "fr": {"label.pdf": "etiquette.pdf", "qr.png": "code-qr.png", "qr.svg": "code-qr.svg"},
    "en": {"label.pdf": "label.pdf", "qr.png": "qr-code.png", "qr.svg": "qr-code.svg"},
}


def send_file(file: File, name: FileName, language: Language) -> Response:
    """Send the bytes as they were stored, to be saved under the return's number."""
    save_as = f"{file.standing.number}-{_NAMES[language][name]}"
    headers = {"Content-Disposition": f'attachment; filename="{save_as}"', **PRIVATE}
    return Response(file.content, headers=headers, media_type=file.media_type)
