"""A phone number rings where it should, however somebody wrote it (I5)."""

import pytest

from core.phones import can_ring, dial, same_number

pytestmark = pytest.mark.eis("I5")


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("06-00000001", "0600000001"),
        ("+31 (0)6 00000001", "+31600000001"),
        ("+31(0)6-0000 0001", "+31600000001"),
        ("0031 6 00000001", "+31600000001"),
        ("tel. 0031(0)600000001", "+31600000001"),
        ("(020) 0000001", "0200000001"),
        ("020-0000001 toestel 12", "0200000001;ext=12"),
        ("+31(0)20-0000001 tst. 9", "+31200000001;ext=9"),
        ("06-00000001 of 020-0000001", "0600000001"),
        ("06 0000 0001 (avond)", "0600000001"),
        ("٠٦٠٠٠٠٠٠٠١", "0600000001"),
        ("+49 (0)30 000001", "+4930000001"),
        ("112", "112"),
        ("14 010", "14010"),
        ("0900-1234", "09001234"),
        ("bel niet", ""),
        ("", ""),
    ],
)
def test_what_a_phone_dials(written, dialled):
    assert dial(written) == dialled


def test_one_number_however_it_is_written():
    assert same_number("06-00000001", "+31 (0)6 0000 0001")
    assert same_number("0031 6 00000001", "0600000001")
    assert not same_number("06-00000001", "06-00000002")
    assert not same_number("020-0000001 toestel 1", "020-0000001 toestel 2")
    assert not same_number("bel niet", "liever mailen")


@pytest.mark.parametrize(
    "written",
    [
        "06-00000001", "+31 (0)6 00000001", "(020) 0000001", "020-0000001 toestel 12", "06-00000001 of 020-0000001",
        "+49 (0)30 000001", "0032 2 000 00 00", "112", "113", "116111", "14 010", "0900-1234", "0800-0113", "٠٦٠٠٠٠٠٠٠١",
    ],
)  # fmt: skip
def test_what_rings(written):
    assert can_ring(written)


@pytest.mark.parametrize(
    "written",
    ["123", "06-0000001", "0000001", "600000001", "123456782", "bel niet", "", "020", "06-000000012", "12345678901"],
)
def test_what_rings_nowhere(written):
    assert not can_ring(written)
