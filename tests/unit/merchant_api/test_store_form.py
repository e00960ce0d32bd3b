"""The store's form: what is taken as it was meant, and what is told at its field."""

import pytest
from merchant_api.centre.change_store import Store, change_store
from merchant_api.centre.typed_store import StoreForm, faults_of, store_of

from tests.unit.merchant_api.centres import a_centre

FORM = StoreForm.of(a_centre())


def test_a_form_that_nobody_touched_changes_nothing() -> None:
    centre = a_centre()

    assert faults_of(FORM) == {}
    saved = change_store(centre, store_of(FORM))
    assert Store.of(saved) == Store.of(
        centre.model_copy(
            update={
                "postal_address": centre.postal_address.model_copy(
                    update={"name": "Atelier Boréal"}
                )
            }
        )
    )
    assert saved.slug == centre.slug


@pytest.mark.parametrize(
    ("field", "typed", "word"),
    [
        ("store_name", "", "store-name-missing"),
        ("store_name", "b" * 81, "store-name-long"),
        ("legal_name", "\t", "store-legal-name-missing"),
        ("legal_name", "b" * 121, "store-legal-name-long"),
        ("contact_email", "", "store-contact-email-missing"),
        ("contact_email", "bonjour@", "store-contact-email-malformed"),
        ("privacy_email", "moi@chez moi.ca", "store-privacy-email-malformed"),
        ("line_1", "", "address-line-1-missing"),
        ("postal_code", "12345", "address-postal-code-malformed"),
        ("policy_fr", " ", "store-policy-fr-missing"),
        ("policy_en", "b" * 2001, "store-policy-en-long"),
        ("methods", ("by_pigeon",), "methods-missing"),
        ("service_code", "DOM.XX", "service-missing"),
    ],
)
def test_what_cannot_be_taken_is_told_at_its_field(field: str, typed: object, word: str) -> None:
    faults = faults_of(FORM.model_copy(update={field: typed}))

    assert {name: fault.word for name, fault in faults.items()} == {field: word}


def test_a_policy_keeps_its_paragraphs() -> None:
    form = FORM.model_copy(update={"policy_fr": "Un.\r\n\r\nDeux.\r\n", "policy_en": "One."})

    assert store_of(form).policy.fr == "Un.\n\nDeux."


def test_methods_keep_the_order_in_which_customers_read_them() -> None:
    form = FORM.model_copy(update={"methods": ("printed_label", "qr_code", "qr_code")})

    assert store_of(form).methods == ("qr_code", "printed_label")
