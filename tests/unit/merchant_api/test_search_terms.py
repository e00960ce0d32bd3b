"""A shipment is found by what people type of it, however they write it."""

import re

import pytest
from merchant_api.shipments.search_terms import query_of, terms_of

from tests.unit.merchant_api.test_ledger import ADDRESS, a_content

TERMS = terms_of(
    "7023210194837261",
    a_content(
        "WEB/2026-118",
        recipient=ADDRESS.model_copy(update={"name": "Éloïse L’Espérance-Œuvrard"}),
        email="Eloise.Esp@example.com",
        order_number="#RB-1042",
    ),
)


def finds(typed: str) -> bool:
    """Do what PostgreSQL does with the query."""
    query = query_of(typed)
    if query is None:
        return False
    ways = query.split(" | ")
    return any(
        all(
            any(term.startswith(word) for term in TERMS)
            for word in re.findall(r"'([^']*)':\*", way)
        )
        for way in ways
    )


@pytest.mark.parametrize(
    "typed",
    [
        "7023 2101",
        "7023-2101-9483-7261",
        "j1h 1a1",
        "J1H",
        "eloise",
        "ÉLOÏSE l'esp",
        "esperance œuv",
        "Eloise.Esp@ex",
        "rb1042",
        "RB-1042",
        "#rb-10",
        "1042",
        "web/2026-118",
        "118",
    ],
)
def test_found(typed: str) -> None:
    assert finds(typed)


@pytest.mark.parametrize("typed", ["7023 9", "eloise tremblay", "J2H", "rb-1043", "mple.com", ""])
def test_not_found(typed: str) -> None:
    assert not finds(typed)


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("rb-1042", "'rb-1042':* | 'rb1042':*"),
        ("noe@example.com", "'noe@example.com':* | 'noeexamplecom':*"),
        ("Modèle", "'modele':*"),
        ("jean-pierre", "'jean-pierre':* | 'jeanpierre':* | ('jean':* & 'pierre':*)"),
    ],
)
def test_a_code_is_sought_as_a_whole_and_a_name_by_its_words_too(typed: str, query: str) -> None:
    assert query_of(typed) == query


@pytest.mark.parametrize("typed", ["'", "\\", "' | 'a", "a:*", "!", "((", "&", "   ", "\u0000"])
def test_signs_of_the_query_language_are_only_signs(typed: str) -> None:
    query = query_of(typed)

    assert query is None or re.fullmatch(r"[('\w@.+: &|)*-]+", query)
