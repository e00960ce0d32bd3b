"""From facts to the shapes of the JSON API."""

from datetime import datetime

from portal_api.api import shapes
from portal_api.drafts import last_day
from portal_api.find_parcel import Found
from portal_api.journey import is_over, last_move, state_of, timeline
from portal_api.request_return import Requested
from portal_api.standing import Label, StandingReturn
from portal_api.tokens import status_url


def lookup_result(found: Found) -> shapes.LookupResult:
    """Tell as much of the parcel as a label on a doormat would."""
    centre, parcel = found.centre, found.parcel
    return shapes.LookupResult(
        draft=found.secret,
        tracking_number=parcel.tracking_number,
        city=parcel.city,
        province=parcel.province,
        delivered_on=parcel.delivered_on,
        return_by_on=last_day(centre, parcel.delivered_on),
        reasons=centre.reasons,
        methods=centre.methods,
    )


def created(requested: Requested, public_url: str) -> shapes.ReturnCreated:
    """Give number and link."""
    return shapes.ReturnCreated(
        number=requested.number,
        token=requested.token,
        status_url=status_url(public_url, requested.token),
    )


def return_status(
    standing: StandingReturn, token: str, public_url: str, *, now: datetime
) -> shapes.ReturnStatus:
    """Tell where the return stands."""
    state = state_of(standing, at=now)
    label = standing.label
    return shapes.ReturnStatus(
        number=standing.number,
        state=state,
        method=standing.method,
        language=standing.language,
        tracking_number=standing.tracking_number,
        reasons=standing.reasons,
        comment=standing.comment,
        requested_at=standing.requested_at,
        answer_by_on=standing.answer_by_on,
        decision=_decision(standing),
        parcel=_parcel(standing, label) if label else None,
        timeline=tuple(
            shapes.Moment(kind=moment.kind, at=moment.at, place=moment.place, text=moment.text)
            for moment in timeline(standing)
        ),
        letters=tuple(
            shapes.StoreLetter(message=letter.message, written_at=letter.written_at)
            for letter in standing.letters
        ),
        files=_files(label, token, public_url) if label else None,
        use_by_on=label.use_by_on if label else None,
        is_over=is_over(state),
    )


def _decision(standing: StandingReturn) -> shapes.Decision | None:
    made = standing.decision
    if made is None:
        return None
    return shapes.Decision(outcome=made.outcome, message=made.message, decided_at=made.decided_at)


def _parcel(standing: StandingReturn, label: Label) -> shapes.ReturnParcel:
    move = last_move(standing)
    return shapes.ReturnParcel(
        tracking_pin=label.tracking_pin,
        stage=move.stage if move else None,
        place=move.place if move else None,
        happened_at=move.happened_at if move else None,
    )


def _files(label: Label, token: str, public_url: str) -> shapes.Files:
    folder = f"{public_url}/api/v1/returns/{token}"
    return shapes.Files(
        label_pdf=f"{folder}/label.pdf",
        qr_png=f"{folder}/qr.png",
        qr_svg=f"{folder}/qr.svg",
        qr_opens=label.qr_opens,
    )
