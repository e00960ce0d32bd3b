"""Every page and every route of the API, in one table."""

from typing import Final

from fastapi import FastAPI

from merchant_api.api import problems
from merchant_api.api.description import describe_idempotency
from merchant_api.api.problems import SHARED_PROBLEMS
from merchant_api.approval import approval_api, approval_pages
from merchant_api.branding import api as branding_api
from merchant_api.branding import branding_pages, preview_pages
from merchant_api.branding import problems as branding_problems
from merchant_api.branding.image_kinds import DEMANDS
from merchant_api.bulk import bulk_api, bulk_pages
from merchant_api.bulk import problems as bulk_problems
from merchant_api.carrier import account_pages
from merchant_api.carrier import api as carrier_api
from merchant_api.carrier import problems as carrier_problems
from merchant_api.centre import (
    activation_pages,
    address_api,
    address_pages,
    centre_api,
    parcel_api,
    parcel_pages,
    reason_api,
    reason_pages,
    settings_pages,
    store_pages,
)
from merchant_api.centre import problems as centre_problems
from merchant_api.console.error_pages import explain_errors
from merchant_api.course import course_api, course_pages, label_pages
from merchant_api.deciding import decision_pages, decline_pages
from merchant_api.enrolment import set_up_pages
from merchant_api.home import api as home_api
from merchant_api.home import home_pages, trial_pages
from merchant_api.imports import import_pages
from merchant_api.imports import problems as import_problems
from merchant_api.imports.receive_file import MOST_BYTES
from merchant_api.keys import api as key_api
from merchant_api.keys import key_pages
from merchant_api.keys import problems as key_problems
from merchant_api.notices import api as notice_api
from merchant_api.notices import notice_pages
from merchant_api.notices import problems as notice_problems
from merchant_api.opening import opening_api, opening_pages
from merchant_api.people import api as people_api
from merchant_api.people import (
    invitation_pages,
    own_account_pages,
    recovery_pages,
    session_pages,
    team_pages,
)
from merchant_api.people import problems as people_problems
from merchant_api.queue import api as queue_api
from merchant_api.queue import csv_pages, live_pages, queue_pages
from merchant_api.queue import problems as queue_problems
from merchant_api.receiving import receiving_pages
from merchant_api.returns import api as return_api
from merchant_api.returns import problems as return_problems
from merchant_api.returns import return_pages
from merchant_api.shipments import api as shipment_api
from merchant_api.shipments import problems as shipment_problems
from merchant_api.shipments import shipment_pages
from merchant_api.views import problems as view_problems
from merchant_api.views import saved_view_api, saved_view_pages
from merchant_api.writing import writing_api, writing_pages

_PAGES: Final = (
    session_pages.router,
    home_pages.router,
    trial_pages.router,
    bulk_pages.router,
    csv_pages.router,
    live_pages.router,
    recovery_pages.router,
    invitation_pages.router,
    set_up_pages.router,
    own_account_pages.router,
    team_pages.router,
    opening_pages.router,  # before the return whose number would be `creer`
    queue_pages.router,
    saved_view_pages.router,
    decision_pages.router,
    decline_pages.router,
    writing_pages.router,
    course_pages.router,
    label_pages.router,
    receiving_pages.router,
    import_pages.router,
    shipment_pages.router,
    settings_pages.router,
    activation_pages.router,
    store_pages.router,
    address_pages.router,
    reason_pages.router,
    parcel_pages.router,
    branding_pages.router,
    preview_pages.router,
    account_pages.router,
    notice_pages.router,
    key_pages.router,
    approval_pages.router,
    return_pages.router,  # last: `/retours/<number>` would take `/retours/<anything else>`
)
_API: Final = (
    shipment_api.router,
    bulk_api.router,
    queue_api.router,
    saved_view_api.router,
    return_api.router,
    writing_api.router,
    course_api.router,
    opening_api.router,
    carrier_api.router,
    people_api.router,
    home_api.router,
    centre_api.router,
    address_api.router,
    parcel_api.router,
    reason_api.router,
    branding_api.router,
    key_api.router,
    notice_api.router,
    approval_api.router,
)
_PROBLEMS: Final = (
    branding_problems.explain_refusals,
    centre_problems.explain_refusals,
    carrier_problems.explain_refusals,
    key_problems.explain_refusals,
    notice_problems.explain_refusals,
    bulk_problems.explain_refusals,
    queue_problems.explain_refusals,
    view_problems.explain_refusals,
    people_problems.explain_refusals,
    return_problems.explain_refusals,
    shipment_problems.explain_refusals,
    import_problems.explain_refusals,
    problems.explain_refusals,
)

ROOMY: Final = {
    "/api/v1/shipments": 2 * 1024 * 1024,
    f"{branding_api.PATH}/logo": DEMANDS["logo"].max_bytes,
    f"{branding_api.PATH}/picture": DEMANDS["picture"].max_bytes,
    branding_pages.PATH: branding_pages.MAX_FORM_BYTES,
    "/envois/importer": 2 * MOST_BYTES,  # what is a little too large is told so in words,
}
"""Paths, with all below them, whose requests may be larger than the others; in bytes."""


def include_edges(app: FastAPI) -> None:
    """Add console and API to `app`, with what each of them answers to errors."""
    for router in _API:
        app.include_router(router, prefix="/api/v1", responses=SHARED_PROBLEMS)
    for router in _PAGES:
        app.include_router(router, include_in_schema=False)
    for explain in _PROBLEMS:
        explain(app)
    describe_idempotency(app)
    explain_errors(app)  # last: it wraps what was registered before
