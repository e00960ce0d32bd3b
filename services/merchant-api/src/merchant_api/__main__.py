"""`python -m merchant_api serve | work | migrate | enrol`."""

from chassis.roles import main

from merchant_api.app import migrate, serve, work
from merchant_api.enrolment.command import enrol

main({"serve": serve, "work": work, "migrate": migrate, "enrol": enrol})
