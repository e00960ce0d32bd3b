"""XML as the carrier writes and reads it."""

from lxml import etree
from lxml.builder import ElementMaker

from simulator.services import Language

WEB_SERVICES = "http://www.canadapost.ca/ws/"
BIGGEST_REQUEST_BYTES = 256 * 1024

_PARSER_SETTINGS = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


def element_maker(namespace: str) -> ElementMaker:
    """Make elements of one namespace, declared once as the default."""
    return ElementMaker(namespace=namespace, nsmap={None: namespace})


def document(root: etree._Element) -> bytes:
    """Write a whole document, with its declaration."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def parse(body: bytes) -> etree._Element:
    """Read a document that brings no entities. Raises ValueError for what is not XML."""
    try:
        root = etree.fromstring(body, etree.XMLParser(**_PARSER_SETTINGS))
    except etree.XMLSyntaxError as error:
        message = f"not well-formed: {error.msg}"
        raise ValueError(message) from error
    if root.getroottree().docinfo.doctype:
        message = "a document type declaration is not allowed"
        raise ValueError(message)
    return root


def text_at(element: etree._Element, path: str) -> str:
    """Read the text at a path of names in the element's own namespace; empty when absent."""
    return element.findtext(_qualified(element, path), default="").strip()


def at(element: etree._Element, path: str) -> etree._Element | None:
    """Find the element at a path of names in the element's own namespace."""
    return element.find(_qualified(element, path))


def language_of(accept_language: str | None) -> Language:
    """Choose the language of descriptions: the carrier knows `fr-CA`, and `en-CA` otherwise."""
    return "fr" if (accept_language or "").strip().lower().startswith("fr") else "en"


def _qualified(element: etree._Element, path: str) -> str:
    namespace = etree.QName(element).namespace
    return "/".join(f"{{{namespace}}}{name}" for name in path.split("/"))
