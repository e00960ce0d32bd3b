"""`python -m portal_api serve|work|migrate`."""

from chassis.roles import main

from portal_api.app import migrate, serve, work

main({"serve": serve, "work": work, "migrate": migrate})
