"""XML as the carrier writes and reads it."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from simulator.services import Language

WEB_SERVICES = "http://www.canadapost.ca/ws/"
BIGGEST_REQUEST_BYTES = 256 * 1024


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The elements of one namespace: call it to make one; the namespace is declared as default."""

    namespace: str

    def __call__(
        self,
        name: str,
        *content: etree._Element | str,
        attributes: Mapping[str, str] | None = None,
    ) -> etree._Element:
        element = etree.Element(
            f"{{{self.namespace}}}{name}",
            nsmap={None: self.namespace},  # type: ignore[dict-item]  # stubs: no default namespace
        )
        for key, value in (attributes or {}).items():
            element.set(key, value)
        for part in content:
            if isinstance(part, str):
                element.text = part or None
            else:
                element.append(part)
        return element


def document(root: etree._Element) -> bytes:
    """Write a whole document, with its declaration."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def parse(body: bytes) -> etree._Element:
    """Read a document that brings no entities. Raises ValueError for what is not XML."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        message = f"not well-formed: {error.msg}"
        raise ValueError(message) from error
    if root.getroottree().docinfo.internalDTD is not None:
        message = "a document type declaration is not allowed"
        raise ValueError(message)
    return root


def text_at(element: etree._Element, path: str) -> str:
    """Read the text at a path of names in the element's own namespace; empty when absent."""
    return (element.findtext(_qualified(element, path)) or "").strip()


def at(element: etree._Element, path: str) -> etree._Element | None:
    """Find the element at a path of names in the element's own namespace."""
    return element.find(_qualified(element, path))


def language_of(accept_language: str | None) -> Language:
    """Choose the language of descriptions: the carrier knows `fr-CA`, and `en-CA` otherwise."""
    return "fr" if (accept_language or "").strip().lower().startswith("fr") else "en"


def _qualified(element: etree._Element, path: str) -> str:
    namespace = etree.QName(element).namespace
    return "/".join(f"{{{namespace}}}{name}" for name in path.split("/"))
