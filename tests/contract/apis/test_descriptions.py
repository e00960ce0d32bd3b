"""What the APIs say of themselves is OpenAPI 3.1, with examples that hold, and no promise less."""

from collections.abc import Iterator

from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from tests.contract.apis.conftest import Document

PROBLEM = "application/problem+json"
REFUSING = 400


def test_a_description_is_valid(document: Document) -> None:
    assert document["openapi"].startswith("3.1")

    OpenAPIV31SpecValidator(document).validate()


def test_every_example_fits_its_own_schema(document: Document) -> None:
    wrong = [
        f"{where}: {error.message}"
        for where, schema, example in _examples(document)
        for error in _validator(document, schema).iter_errors(example)
    ]

    assert wrong == []


def test_whatever_is_sent_and_answered_is_shown_by_an_example(document: Document) -> None:
    bare = [where for where, schema in _bodies(document) if not _is_exemplified(document, schema)]

    assert bare == []


def test_every_operation_says_how_it_is_refused(document: Document) -> None:
    for method, path, operation in _operations(document):
        told = operation["responses"]
        refusals = {status for status in told if status.isdecimal() and int(status) >= REFUSING}

        assert refusals, f"{method} {path}"
        for status in refusals:
            assert set(told[status]["content"]) == {PROBLEM}, f"{method} {path} {status}"


def test_every_operation_of_the_merchants_wants_a_key(document: Document) -> None:
    schemes = document["components"].get("securitySchemes")
    for method, path, operation in _operations(document):
        assert bool(operation.get("security")) is bool(schemes), f"{method} {path}"


def _operations(document: Document) -> Iterator[tuple[str, str, Document]]:
    for path, item in document["paths"].items():
        assert path.startswith("/api/v1/")
        for method, operation in item.items():
            yield method, path, operation


def _bodies(document: Document) -> Iterator[tuple[str, Document]]:
    """List the schemas of what goes in and of what comes out when all is well."""
    for method, path, operation in _operations(document):
        sent = operation.get("requestBody", {}).get("content", {})
        answered = {
            f"{status} {media_type}": content
            for status, response in operation["responses"].items()
            if status.startswith("2")
            for media_type, content in response.get("content", {}).items()
        }
        for what, content in [*sent.items(), *answered.items()]:
            if "schema" in content and "json" in what:
                yield f"{method} {path} {what}", {**content["schema"], **content}


def _is_exemplified(document: Document, schema: Document) -> bool:
    """Tell whether a schema, or each of its required properties, is shown by an example."""
    schema = _resolved(document, schema)
    if "example" in schema or "examples" in schema:
        return True
    if "enum" in schema or "const" in schema or "format" in schema:
        return True  # it says itself what it looks like
    if schema.get("type") in ("boolean", "null", "integer"):
        return True
    if schema.get("type") == "object":
        fields = schema.get("properties", {})
        return all(_is_exemplified(document, fields[name]) for name in schema.get("required", ()))
    if schema.get("type") == "array":
        return _is_exemplified(document, schema["items"])
    return any(_is_exemplified(document, one) for one in schema.get("anyOf", ()))


def _resolved(document: Document, schema: Document) -> Document:
    if "$ref" not in schema:
        return schema
    name = schema["$ref"].rpartition("/")[2]
    found: Document = document["components"]["schemas"][name]
    return {**found, **{key: value for key, value in schema.items() if key != "$ref"}}


def _examples(node: object, where: str = "") -> Iterator[tuple[str, Document, object]]:
    """List every schema in the document that has examples, with each of them."""
    if isinstance(node, dict):
        if isinstance(node.get("examples"), list):
            for example in node["examples"]:
                yield where, node, example
        schema, example = node.get("schema"), node.get("example")
        if isinstance(schema, dict) and example is not None:
            yield where, schema, example
        for name, below in node.items():
            if name not in ("examples", "example"):
                yield from _examples(below, f"{where}/{name}")
    elif isinstance(node, list):
        for place, below in enumerate(node):
            yield from _examples(below, f"{where}/{place}")


def _validator(document: Document, schema: Document) -> Draft202012Validator:
    whole = DRAFT202012.create_resource(document)
    registry: Registry[Document] = Registry().with_resource("urn:document", whole)
    pointed = _pointing_into(schema)
    assert isinstance(pointed, dict)
    return Draft202012Validator(pointed, registry=registry)


def _pointing_into(node: object) -> object:
    """Make references of a schema lead into the document that it was taken from."""
    if isinstance(node, dict):
        return {
            name: f"urn:document{below}" if name == "$ref" else _pointing_into(below)
            for name, below in node.items()
        }
    return [_pointing_into(below) for below in node] if isinstance(node, list) else node
