"""The events that services send each other: the data on the wire, and nothing that does anything.

`event.py` says what an event is, one module per topic says which there are, `topics.py` is the one
table of who writes and who reads, and `wire.py` turns an event into a Kafka record and back.
"""
