"""The frame of the console: pages for people, with or without script, in both languages."""
