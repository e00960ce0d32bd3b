"""The rule that approves requests as they come, where a merchant wants one."""
