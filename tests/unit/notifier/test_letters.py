"""Mails as their readers get them: the same facts in both parts, in both languages, set well."""

import re
from datetime import date

import pytest
from contracts.values import Language
from notifier.letters import CODE_CID, write_letter
from notifier.messages import CustomerNews, message_about, reply_of

from tests.unit.notifier.news import (
    CAMILLE,
    EVENT,
    STATUS_URL,
    a_cancellation,
    a_cancellation_by_the_store,
    a_centre,
    a_closure,
    a_label,
    a_letter,
    a_reception,
    a_refusal,
    a_request,
    a_store_message,
    a_void,
)
from tests.unit.notifier.reading import plain, read, tells_in_order

NBSP = "\N{NO-BREAK SPACE}"
EVERY_NEWS: list[CustomerNews] = [
    news
    for language in ("fr", "en")
    for news in (
        a_request(language=language),
        a_refusal(language=language),
        a_label(language=language),
        a_label(language=language, opens="counter", use_by_on=None),
        a_label(language=language, method="printed_label"),
        a_reception(language=language),
        a_closure(language=language),
        a_void(language=language),
        a_cancellation(language=language),
        a_cancellation_by_the_store(language=language),
        a_store_message(language=language),
    )
]
FOOT = {
    "fr": ["Atelier Boréal inc., 10, chemin du Siège, bureau 3, Sherbrooke (Qc) J1H 1A1",
           "retours@atelier-boreal.example",
           "Vous recevez ce message parce que vous avez demandé un retour à Atelier Boréal.",
           "Read in English", f"{STATUS_URL}?lang=en"],
    "en": ["Atelier Boréal inc., 10, chemin du Siège, bureau 3, Sherbrooke, QC J1H 1A1",
           "retours@atelier-boreal.example",
           "You are receiving this message because you asked Atelier Boréal for a return.",
           "Lire en français", f"{STATUS_URL}?lang=fr"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("news", "subject", "facts"),
    [
        (
            a_request(),
            f"Demande de retour reçue{NBSP}: RV-2841-6K",
            ["Votre demande est reçue", "Atelier Boréal vous répond d’ici 2 jours ouvrables.",
             "La suite viendra par courriel.", "Reçue ne veut pas encore dire acceptée",
             STATUS_URL, "RV-2841-6K", "7023 2101 9483 7261", "Endommagé à l’arrivée",
             "Trop petit", "Code QR au bureau de poste", *FOOT["fr"][:4]],
        ),
        (
            a_request(language="en"),
            "Return request received: RV-2841-6K",
            ["Your request is received", "Atelier Boréal will answer within 2 business days.",
             "What happens next will come by email.", "Received does not yet mean accepted",
             STATUS_URL, "RV-2841-6K", "7023 2101 9483 7261", "Damaged", "Too small",
             "QR code at the post office", *FOOT["en"][:4]],
        ),
        (
            a_refusal(),
            "Réponse à votre demande de retour RV-2841-6K",
            ["La boutique ne peut pas accepter ce retour", "« Le sceau est brisé. »",
             "Atelier Boréal, 23 novembre 2026, 12 h 00", STATUS_URL, "Vous n’êtes pas d’accord?",
             "écrivez à retours@atelier-boreal.example", "garantie légale", "RV-2841-6K",
             *FOOT["fr"][:4]],
        ),
        (
            a_refusal(language="en", message="The seal is broken."),
            "An answer to your return request RV-2841-6K",
            ["The store can’t accept this return", "“The seal is broken.”",
             "Atelier Boréal, November 23, 2026, 12:00 p.m.", STATUS_URL, "You don’t agree?",
             "write to retours@atelier-boreal.example", "legal warranty", "RV-2841-6K",
             *FOOT["en"][:4]],
        ),
        (
            a_label(),
            f"Votre code QR de retour{NBSP}: RV-2841-6K",
            ["Présentez ce code au bureau de poste", "Votre demande est approuvée.",
             "au plus tard le mercredi 23 décembre 2026.", "Ce code ouvre votre étiquette",
             "7023 2101 9483 7261", "Emballez l’article.", "montrez ce code", "Gardez le reçu",
             "RV-2841-6K",
             "Le colis revient à : Entrepôt Boréal, 1250, rue Exemple, Montréal (Qc) H2X 1Y4",
             *FOOT["fr"][:4]],
        ),
        (
            a_label(language="en", opens="counter"),
            "Your return QR code: RV-2841-6K",
            ["Show this code at a post office", "Your request is approved.",
             "by Wednesday, December 23, 2026.", "No printer is needed.", "7023 2101 9483 7261",
             "Pack the item.", "show this code", "Keep the receipt", "RV-2841-6K",
             "The parcel goes back to: Entrepôt Boréal, 1250, rue Exemple, Montréal, QC H2X 1Y4",
             *FOOT["en"][:4]],
        ),
        (
            a_label(method="printed_label"),
            f"Votre étiquette de retour{NBSP}: RV-2841-6K",
            ["Imprimez votre étiquette de retour", "cette étiquette au plus tard le mercredi 23",
             STATUS_URL, "Emballez l’article.", "Imprimez l’étiquette à sa taille réelle",
             "boîte aux lettres", "RV-2841-6K", "Le colis revient à : Entrepôt Boréal",
             *FOOT["fr"][:4]],
        ),
        (
            a_label(language="en", method="printed_label"),
            "Your return label: RV-2841-6K",
            ["Print your return label", "Use this label by Wednesday, December 23", STATUS_URL,
             "Pack the item.", "Print the label at its actual size", "street letter box",
             "RV-2841-6K", "The parcel goes back to: Entrepôt Boréal", *FOOT["en"][:4]],
        ),
        (
            a_reception(),
            f"Nous avons reçu votre colis{NBSP}: RV-2841-6K",
            ["Votre colis est reçu", "Atelier Boréal l’a reçu le 23 novembre 2026, 12 h 00",
             STATUS_URL, "retours@atelier-boreal.example", "RV-2841-6K", *FOOT["fr"][:4]],
        ),
        (
            a_label(generation=2),
            f"Votre code QR de retour{NBSP}: RV-2841-6K",
            ["Présentez ce code", "Ce code remplace le précédent, qui ne compte plus."],
        ),
        (
            a_void(),
            f"N’utilisez plus votre étiquette de retour{NBSP}: RV-2841-6K",
            ["Votre étiquette ne compte plus", "le 23 novembre 2026", STATUS_URL, *FOOT["fr"][:4]],
        ),
        (
            a_cancellation(language="en"),
            "Your return is cancelled: RV-2841-6K",
            ["You cancelled it on November 23, 2026", STATUS_URL, *FOOT["en"][:4]],
        ),
        (
            a_cancellation_by_the_store(),
            f"Votre retour est annulé{NBSP}: RV-2841-6K",
            ["La boutique a annulé votre retour", "N’envoyez pas de colis", STATUS_URL],
        ),
        (
            a_closure(language="en"),
            "Your return is complete: RV-2841-6K",
            ["Your return is complete", "Atelier Boréal finished handling your return on November",
             STATUS_URL, "someone at the store", "RV-2841-6K", *FOOT["en"][:4]],
        ),
    ],
)  # fmt: skip
def test_both_parts_tell_the_same_facts_in_the_same_order(
    news: CustomerNews, subject: str, facts: list[str]
) -> None:
    letter = a_letter(news)

    assert letter.subject == subject
    assert tells_in_order(plain(letter.text), facts)
    assert tells_in_order(plain("".join(read(letter).said)), facts)


@pytest.mark.parametrize("news", EVERY_NEWS)
def test_the_other_language_is_one_link_away(news: CustomerNews) -> None:
    letter = a_letter(news)
    language: Language = reply_of(news).language

    assert FOOT[language][4] in letter.text.splitlines()
    assert FOOT[language][4] in read(letter).links
    assert f'lang="{language}-CA"' in letter.html


@pytest.mark.parametrize("news", EVERY_NEWS)
def test_nothing_is_fetched_from_elsewhere_and_nothing_follows_the_reader(
    news: CustomerNews,
) -> None:
    page = read(a_letter(news))

    assert set(page.images) <= {f"cid:{CODE_CID}"}
    assert {link.partition("?")[0] for link in page.links} == {
        STATUS_URL,
        "mailto:retours@atelier-boreal.example",
    }


@pytest.mark.parametrize("news", [news for news in EVERY_NEWS if reply_of(news).language == "fr"])
def test_french_is_bound_where_it_must_not_be_torn(news: CustomerNews) -> None:
    letter = a_letter(news)

    for part in (letter.subject, letter.text, "".join(read(letter).said)):
        assert re.findall(r"« | »| :(?!//)| [;!?]|\d (?:décembre|novembre|h\b)|'", part) == []


@pytest.mark.parametrize("news", EVERY_NEWS)
def test_a_mail_is_small(news: CustomerNews) -> None:
    letter = a_letter(news)

    assert len(letter.html.encode()) < 7_000
    assert "\n\n\n" not in letter.text


def test_only_who_shows_a_code_gets_one() -> None:
    shown, printed = a_letter(a_label()), a_letter(a_label(method="printed_label"))

    assert read(shown).images == [f"cid:{CODE_CID}"]
    assert read(printed).images == []
    assert "QR" not in printed.html
    assert "QR" not in printed.text


def test_a_code_that_opens_the_label_promises_no_counter_without_printer() -> None:
    assert "Aucune imprimante" not in a_letter(a_label(opens="label")).text
    assert "ouvre votre étiquette" not in a_letter(a_label(opens="counter")).text


def test_without_a_last_day_no_day_is_named() -> None:
    letter = a_letter(a_label(use_by_on=None))

    assert "au plus tard" not in letter.text
    assert "au plus tard" not in letter.html


def test_the_first_of_a_month_is_written_as_in_french() -> None:
    letter = a_letter(a_label(use_by_on=date(2026, 12, 1)))

    assert f"le mardi 1er{NBSP}décembre 2026" in letter.text


def test_one_day_is_a_day() -> None:
    letters = [
        a_letter(a_request(language=language), a_centre(answer_business_days=1))
        for language in ("fr", "en")
    ]

    assert "d’ici un jour ouvrable." in letters[0].text
    assert "within one business day." in letters[1].text


def test_the_words_of_a_store_are_quoted_line_by_line_and_mean_no_markup() -> None:
    letter = a_letter(a_refusal(message="Non.\r\n\r\n<script>x</script>\u2028Merci.\x00\x1b[1m"))

    assert f"«{NBSP}Non.<br>&lt;script&gt;x&lt;/script&gt;<br>Merci.[1m{NBSP}»" in letter.html
    assert f"«{NBSP}Non.\n<script>x</script>\nMerci.[1m{NBSP}»" in letter.text


def test_a_refusal_without_words_announces_none() -> None:
    letter = a_letter(a_refusal(message=" \n "))

    assert "«" not in letter.text + letter.html
    assert "Voici la réponse" not in letter.text + letter.html


def test_names_mean_no_markup() -> None:
    letter = a_letter(a_label(), a_centre(store_name='<b>"A & B"</b>'))

    assert "<b>" not in letter.html
    assert '<b>"A & B"</b>' in letter.text


def test_a_pale_brand_gets_an_ink_edge() -> None:
    letter = a_letter(a_label(), a_centre(accent="#fff0a8"))

    assert "border-top:6px solid #14201d" in letter.html
    assert "background:#fff0a8;border:2px solid #14201d" in letter.html


def test_a_link_keeps_what_it_asked_for_beside_the_language() -> None:
    asking = CAMILLE.model_copy(update={"status_url": f"{STATUS_URL}?lang=fr&via=mail"})

    letter = write_letter(message_about(a_request(), EVENT), a_centre(), asking)

    assert f"{STATUS_URL}?via=mail&lang=en" in letter.text.splitlines()


def test_what_the_store_writes_is_told_as_it_is_and_how_to_answer() -> None:
    letter = a_letter(a_store_message(language="en", message="A <b>photo</b>?\r\n\r\nThanks."))

    assert letter.subject == "Atelier Boréal has written to you: return RV-2841-6K"
    assert "“A <b>photo</b>?\nThanks.”" in letter.text
    assert "“A &lt;b&gt;photo&lt;/b&gt;?<br>Thanks.”" in letter.html
    assert (
        "To answer, reply to this email or write to retours@atelier-boreal.example." in letter.text
    )
    assert STATUS_URL in letter.text
