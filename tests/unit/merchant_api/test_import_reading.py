"""How a file is to be read is guessed from its first lines, and remembered by its headings."""

import pytest
from merchant_api.imports.errors import FileNotUsable
from merchant_api.imports.guess_reading import guess_encoding, guess_reading
from merchant_api.imports.headings import guess_columns
from merchant_api.imports.reading import Encoding, Reading, Remembered

SHOPIFY = (
    "Name,Email,Fulfillment Tracking Number,Shipping Name,Shipping Company,Shipping Address1,"
    "Shipping Address2,Shipping City,Shipping Zip,Shipping Province,Billing Name,Billing City,"
    "Fulfilled at,Total"
)
FRENCH = (
    "N° de suivi;Nom du destinataire;Adresse;Adresse 2;Ville;Province;Code postal;Courriel;"
    "Langue;No de commande;Référence;Date d’expédition;Date de livraison;Poids (kg);Longueur;"
    "Largeur;Hauteur"
)
WOO = (
    "order_number,tracking_number,shipping_first_name,shipping_last_name,shipping_address_1,"
    "shipping_address_2,shipping_city,shipping_state,shipping_postcode,billing_email,weight"
)


def taken_for(headings: str, separator: str = ",") -> dict[str, str]:
    names = headings.split(separator)
    columns = guess_columns(names)
    return {field: name for name, field in zip(names, columns, strict=True) if field}


def test_headings_of_a_shop_in_english() -> None:
    assert taken_for(SHOPIFY) == {
        "tracking_number": "Fulfillment Tracking Number",
        "email": "Email",
        "name": "Shipping Name",
        "company": "Shipping Company",
        "line_1": "Shipping Address1",
        "line_2": "Shipping Address2",
        "city": "Shipping City",
        "postal_code": "Shipping Zip",
        "province": "Shipping Province",
        "shipped_on": "Fulfilled at",
    }


def test_headings_of_a_shop_with_names_in_two_parts() -> None:
    assert taken_for(WOO) == {
        "order_number": "order_number",
        "tracking_number": "tracking_number",
        "first_name": "shipping_first_name",
        "last_name": "shipping_last_name",
        "line_1": "shipping_address_1",
        "line_2": "shipping_address_2",
        "city": "shipping_city",
        "province": "shipping_state",
        "postal_code": "shipping_postcode",
        "email": "billing_email",
        "weight": "weight",
    }


def test_headings_in_french_name_every_field() -> None:
    assert list(taken_for(FRENCH, ";")) == [
        "tracking_number",
        "name",
        "line_1",
        "line_2",
        "city",
        "province",
        "postal_code",
        "email",
        "language",
        "order_number",
        "reference",
        "shipped_on",
        "delivered_on",
        "weight",
        "length",
        "width",
        "height",
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_the_one_that_makes_columns(separator: str) -> None:
    lines = ["Suivi", "Nom", "Ville"], ["7023210194837261", "Exemple Camille", "Saint-Jean"]
    content = "\n".join(separator.join(f'"{it}, 1;2"' for it in line) for line in lines)

    assert guess_reading(content.encode(), "utf-8-sig").separator == separator


@pytest.mark.parametrize(
    ("signs", "encoding"),
    [
        ("utf-8", "utf-8-sig"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp1252", "cp1252"),
        ("mac_roman", "mac_roman"),
        ("cp850", "cp850"),
    ],
)
def test_the_encoding_is_the_one_in_which_french_comes_out(signs: str, encoding: Encoding) -> None:
    content = "Nom,Ville\nÉloïse Bélanger,Trois-Rivières\nFrançois Hébert,Québec\n".encode(signs)
    try:
        content.decode("utf-8")
        is_utf8 = True
    except UnicodeDecodeError:
        is_utf8 = False

    assert guess_encoding(content, is_utf8=is_utf8) == encoding


def test_units_and_the_order_of_days_are_read_off_the_first_lines() -> None:
    text = "Suivi,Poids,Longueur (mm),Livré le\n1,1250,300,03/04/2026\n2,800,200,21/04/2026\n"

    reading = guess_reading(text.encode(), "utf-8-sig")

    assert (reading.weight_unit, reading.side_unit) == ("g", "mm")
    assert (reading.day_order, reading.needs_day_order) == ("dmy", False)


def test_days_that_leave_the_month_open_are_asked_about() -> None:
    reading = guess_reading(b"Suivi,Date de livraison\n1,03/04/2026\n", "utf-8-sig")

    assert "day_order" in reading.missing
    assert "day_order" not in reading.model_copy(update={"day_order": "mdy"}).missing


def test_what_a_person_chose_is_remembered_whatever_the_order_and_our_own_columns() -> None:
    chosen = Reading(
        encoding="utf-8-sig",
        separator=",",
        headings=("Colis", "Qui", "Où"),
        columns=("tracking_number", "name", ""),
        weight_unit="lb",
    )
    next_file = guess_reading("Où;qui ;COLIS;Renvoi : ligne\n".encode(), "utf-8-sig")

    understood = Remembered.of(chosen).over(next_file)

    assert next_file.signature == chosen.signature
    assert understood.columns == ("", "name", "tracking_number", "")
    assert understood.weight_unit == "lb"


def test_of_two_columns_with_one_heading_the_first_is_remembered() -> None:
    reading = guess_reading(b"Suivi,Adresse,Adresse\n", "utf-8-sig")

    assert reading.columns == ("tracking_number", "line_1", "")
    assert Remembered.of(reading).over(reading).columns == reading.columns


def test_an_apostrophe_that_guards_a_formula_is_no_part_of_the_text() -> None:
    reading = guess_reading(b"tracking_number,name,line_1\n", "utf-8-sig")

    assert reading.texts_of(["1", "'=Camille", "'t Straatje"]) == {
        "tracking_number": "1",
        "name": "=Camille",
        "line_1": "'t Straatje",
    }


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"\n\n , \n", "empty"), (b"\x00\x01\x02", "no-table"), (b"," * 300 + b"\n", "empty")],
)
def test_what_is_no_table_is_refused(content: bytes, why: str) -> None:
    with pytest.raises(FileNotUsable) as refused:
        guess_reading(content, "utf-8-sig")

    assert refused.value.why == why
