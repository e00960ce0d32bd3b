import pytest
from lxml import etree
from simulator.authorized_return_schema import AUTHORIZED_RETURN
from simulator.mailing_scenario_schema import MAILING_SCENARIO
from simulator.schema import SchemaViolation, check

RETURN = "http://www.canadapost.ca/ws/authreturn-v2"
RATE = "http://www.canadapost.ca/ws/ship/rate-v4"

FULL_RETURN = f"""<authorized-return xmlns="{RETURN}">
  <create-public-key>true</create-public-key>
  <service-code>DOM.EP</service-code>
  <returner><name>Camille Exemple</name><domestic-address><address-line-1>100 rue de l'Essai
    </address-line-1><address-line-2/><city>Sherbrooke</city><province>QC</province>
    <postal-code>J1H1A1</postal-code></domestic-address></returner>
  <receiver><name>Retours</name><company>Atelier</company><email>retours@atelier.ca</email>
    <receiver-voice-number/><domestic-address><address-line-1>1 avenue du Modèle</address-line-1>
    <city>Montréal</city><province>QC</province><postal-code>H2X1Y4</postal-code>
    </domestic-address></receiver>
  <parcel-characteristics><weight>1.3800</weight><dimensions><length>33.0</length>
    <width>16</width><height>13.5</height></dimensions></parcel-characteristics>
  <print-preferences><output-format>4x6</output-format><encoding>PDF</encoding>
    <show-packing-instructions/></print-preferences>
  <settlement-info><paid-by-customer>42</paid-by-customer><contract-id>7</contract-id>
    </settlement-info>
  <references><customer-ref-1>RV-2841-6K</customer-ref-1></references>
  <notifications><notification><email>a@b.ca</email><on-shipment>1</on-shipment>
    <on-exception>false</on-exception><on-delivery>true</on-delivery></notification>
    <email-subject>tracking</email-subject></notifications>
</authorized-return>"""

FULL_SCENARIO = f"""<mailing-scenario xmlns="{RATE}">
  <customer-number>42</customer-number><contract-id>7</contract-id><promo-code>P</promo-code>
  <quote-type>commercial</quote-type><expected-mailing-date>2026-12-01</expected-mailing-date>
  <options><option><option-code>SO</option-code></option></options>
  <parcel-characteristics><weight>1.5</weight><mailing-tube>false</mailing-tube>
    </parcel-characteristics>
  <services><service-code>DOM.EP</service-code><service-code>DOM.XP</service-code></services>
  <origin-postal-code>J1H1A1</origin-postal-code>
  <destination><domestic><postal-code>H2X1Y4</postal-code></domestic></destination>
</mailing-scenario>"""


def check_return(text: str) -> None:
    check(etree.fromstring(text), RETURN, "authorized-return", AUTHORIZED_RETURN)


def check_scenario(text: str) -> None:
    check(etree.fromstring(text), RATE, "mailing-scenario", MAILING_SCENARIO)


def test_everything_that_may_be_said_passes() -> None:
    check_return(FULL_RETURN)
    check_scenario(FULL_SCENARIO)


def test_the_order_of_what_a_return_says_does_not_matter() -> None:
    service = "<service-code>DOM.EP</service-code>"
    moved = FULL_RETURN.replace(service, "").replace(
        "</authorized-return>", f"{service}</authorized-return>"
    )

    check_return(moved)


@pytest.mark.parametrize(
    ("found", "put", "rule"),
    [
        ("authorized-return", "authorised-return", "cvc-elt.1"),
        (RETURN, RATE, "cvc-elt.1"),
        ("<service-code>DOM.EP</service-code>", "", "cvc-complex-type.2.4.b"),
        ("<name>Retours</name>", "", "cvc-complex-type.2.4.b"),
        ("<name>Retours</name>", "<name>A</name><name>B</name>", "cvc-complex-type.2.4.a"),
        ("<name>Retours</name>", "<name>A</name><nom>B</nom>", "cvc-complex-type.2.4.a"),
        ("<name>Retours</name>", "Retours<name>A</name>", "cvc-complex-type.2.3"),
        ("<name>Retours</name>", "<name><b>Retours</b></name>", "cvc-type.3.1.2"),
        ("<name>Retours</name>", "<name/>", "cvc-minLength-valid"),
        ("<name>Retours</name>", f"<name>{'x' * 45}</name>", "cvc-maxLength-valid"),
        ("<name>Retours</name>", "<name lang='fr'>A</name>", "cvc-type.3.1.1"),
        ("<receiver>", "<receiver kind='shop'>", "cvc-complex-type.3.2.2"),
        ("<company>Atelier</company>", "<company/>", "cvc-minLength-valid"),
        ("H2X1Y4", "H2X 1Y4", "cvc-pattern-valid"),
        ("H2X1Y4", "h2x1y4", "cvc-pattern-valid"),
        ("retours@atelier.ca", "retours@atelier.photography", "cvc-pattern-valid"),
        (">true</create-public-key>", ">false</create-public-key>", "cvc-pattern-valid"),
        (">true</create-public-key>", ">yes</create-public-key>", "cvc-datatype-valid.1.2.1"),
        ("1.3800", "1.3805", "cvc-fractionDigits-valid"),
        ("1.3800", "0.000", "cvc-minExclusive-valid"),
        ("1.3800", "1000", "cvc-maxInclusive-valid"),
        ("1.3800", "1,38", "cvc-datatype-valid.1.2.1"),
        ("13.5", "13.55", "cvc-fractionDigits-valid"),
        ("4x6", "A4", "cvc-enumeration-valid"),
        ("<contract-id>7<", "<contract-id>12345678901<", "cvc-pattern-valid"),
        ("RV-2841-6K", "x" * 36, "cvc-maxLength-valid"),
        ("<notification>", "<email-subject>tracking</email-subject><notification>", "2.4.a"),
    ],
)
def test_a_return_is_held_against_its_schema(found: str, put: str, rule: str) -> None:
    wrong = FULL_RETURN.replace(found, put)

    with pytest.raises(SchemaViolation) as violation:
        check_return(wrong)

    assert str(violation.value).startswith("cvc-")
    assert rule in str(violation.value).partition(":")[0]


def test_four_addresses_may_be_notified_and_no_fifth() -> None:
    start = FULL_RETURN.index("<notification>")
    one = FULL_RETURN[start : FULL_RETURN.index("<email-subject>")]

    check_return(FULL_RETURN.replace(one, one * 4))
    with pytest.raises(SchemaViolation, match=r"2\.4\.a"):
        check_return(FULL_RETURN.replace(one, one * 5))


DOMESTIC = "<domestic><postal-code>H2X1Y4</postal-code></domestic>"


@pytest.mark.parametrize(
    ("found", "put", "rule"),
    [
        ("1.5", "100", "cvc-maxInclusive-valid"),
        ("2026-12-01", "2026-02-30", "cvc-datatype-valid.1.2.1"),
        (">commercial<", ">wholesale<", "cvc-enumeration-valid"),
        (DOMESTIC, "", "cvc-complex-type.2.4.b"),
        (DOMESTIC, DOMESTIC * 2, "cvc-complex-type.2.4.a"),
        ("<option><option-code>SO</option-code></option>", "", "cvc-complex-type.2.4.b"),
        ("<option-code>SO</option-code>", "<option-amount>1</option-amount>", "2.4.b"),
        ("<service-code>DOM.XP</service-code>", "<code/>", "cvc-complex-type.2.4.a"),
    ],
)
def test_a_scenario_is_held_against_its_schema(found: str, put: str, rule: str) -> None:
    with pytest.raises(SchemaViolation) as violation:
        check_scenario(FULL_SCENARIO.replace(found, put))

    assert rule in str(violation.value).partition(":")[0]


@pytest.mark.parametrize(
    "destination",
    [
        "<united-states><zip-code>90210-1234</zip-code></united-states>",
        "<international><country-code>FR</country-code></international>",
    ],
)
def test_a_scenario_may_go_abroad(destination: str) -> None:
    check_scenario(FULL_SCENARIO.replace(DOMESTIC, destination))
