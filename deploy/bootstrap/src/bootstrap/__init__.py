"""Prepares what the services find: database roles and schemas, Kafka topics."""
