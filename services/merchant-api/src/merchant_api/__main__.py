"""`python -m merchant_api serve | work | migrate | enrol | set-up | invite-merchant`."""

from chassis.roles import main

from merchant_api.app import migrate, serve, work
from merchant_api.enrolment.command import enrol
from merchant_api.enrolment.set_up_command import invite_merchant, set_up

main(
    {
        "serve": serve,
        "work": work,
        "migrate": migrate,
        "enrol": enrol,
        "set-up": set_up,
        "invite-merchant": invite_merchant,
    }
)
