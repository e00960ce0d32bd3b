"""What schemathesis is told beyond the descriptions of the APIs."""

import schemathesis


@schemathesis.hook
def before_load_schema(
    _: schemathesis.HookContext, raw_schema: dict[str, dict[str, dict[str, dict[str, object]]]]
) -> None:
    """Leave Idempotency-Key out: one that is drawn twice is refused, as it should be."""
    for item in raw_schema["paths"].values():
        post = item.get("post", {})
        parameters = post.get("parameters")
        if isinstance(parameters, list):
            post["parameters"] = [it for it in parameters if it["name"] != "Idempotency-Key"]
