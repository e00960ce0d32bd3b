"""`python -m labeler work|migrate`."""

from chassis.roles import main

from labeler import app

main({"work": app.work, "migrate": app.migrate})
