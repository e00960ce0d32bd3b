"""Ids are in order, secrets are not to be guessed, digests do not give them back."""

import time

from chassis.ids import digest, new_id, new_secret


def test_an_id_is_of_version_seven_and_of_now() -> None:
    before = time.time_ns() // 1_000_000
    drawn = new_id()

    assert drawn.version == 7
    assert before <= drawn.int >> 80 <= time.time_ns() // 1_000_000


def test_ids_drawn_in_a_row_are_different_and_in_order() -> None:
    drawn = [new_id() for _ in range(1000)]

    assert len(set(drawn)) == 1000
    assert [found.int >> 80 for found in drawn] == sorted(found.int >> 80 for found in drawn)


def test_a_secret_has_128_bits_and_is_fit_for_an_address() -> None:
    secrets = {new_secret() for _ in range(1000)}

    assert len(secrets) == 1000
    assert {len(secret) for secret in secrets} == {22}
    assert all(secret.replace("-", "").replace("_", "").isalnum() for secret in secrets)


def test_a_digest_is_the_same_for_the_same_secret_alone() -> None:
    assert digest("a secret") == digest("a secret") != digest("another")
    assert len(digest("a secret")) == 32
