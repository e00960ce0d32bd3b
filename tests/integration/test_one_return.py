"""One return through the running system, by its APIs, to the end."""

from tests.system import Requested, System


def test_one_return_goes_all_the_way(system: System) -> None:
    parcel = system.ship()

    requested = system.request(parcel)
    received = system.until(lambda: system.mails(parcel.email))[0]
    dossier = system.until(lambda: system.dossier(requested))
    system.merchant("POST", f"/returns/{dossier['return_id']}/estimate")
    estimate = system.until(lambda: _estimate(system, dossier["return_id"]))
    system.decide(requested, "approve")
    system.until(lambda: system.state(requested) == "ready")
    ready = system.until(lambda: m[0] if len(m := system.mails(parcel.email)) == 2 else None)

    [sold] = system.sold(requested)
    for stage in ("accepted", "in_transit", "delivered"):
        system.scan(sold["pin"], stage)
        system.until(lambda stage=stage: _stage_told(system, requested) == stage)  # type: ignore[misc]
        system.until(lambda stage=stage: _stage(system, dossier["return_id"]) == stage)  # type: ignore[misc]
    assert "RV-" in str(received["subject"])
    assert estimate["due_cents"]
    assert f"/r/{requested.token}" in str(ready["text"])


def _estimate(system: System, return_id: object) -> dict[str, object] | None:
    found = system.merchant("GET", f"/returns/{return_id}").json()["estimate"]
    return found["price"] if found else None


def _stage(system: System, return_id: object) -> object:
    parcel = system.merchant("GET", f"/returns/{return_id}").json()["parcel"]
    return parcel["stage"] if parcel else None


def _stage_told(system: System, requested: Requested) -> object:
    parcel = system.status(requested)["parcel"]
    return parcel["stage"] if isinstance(parcel, dict) else None
