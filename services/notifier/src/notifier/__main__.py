"""Start a role: `python -m notifier work|migrate`."""

from chassis.roles import main

from notifier import app

if __name__ == "__main__":
    main({"work": app.work, "migrate": app.migrate})
