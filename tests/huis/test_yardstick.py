"""The yardstick stays what it was, and says no when a page is over its aim (R2)."""

import pytest

from bench import meter, yardstick

pytestmark = pytest.mark.eis("R2")


class Fake:
    """A meter whose pages all cost so many E, and the plan what is said."""

    def __init__(self, plan: float, database: float = 0.001, later: float = 1) -> None:
        self.readers = {page: ["moeder", "coordinator"] for page in yardstick.AIMS}
        self.plan, self.database, self.later = plan, database, later

    def visits(self, page, reader):
        cost = {"empty": 0.4, "plan": self.plan}.get(page, 2.0) * (1.1 if reader == "moeder" else 1)
        return {"unit": 0.01, "page": 0.01 * cost, "database": self.database}

    def ask(self, what):
        self.plan *= self.later if what == "grow" else 1
        return 24 if what == "grow" else [["toestemming:gesprek", "coordinator", 2.0]]


def test_the_fixed_work_is_the_same_for_ever():
    assert (meter.ROUNDS, meter.work(meter.ROUNDS)) == (1350, 329238)


@pytest.mark.parametrize(
    ("made", "missed"),
    [
        (Fake(3), []),
        (Fake(4), ["plan"]),  # 4.4 for the reader for whom it is worst
        (Fake(3, database=0.011), ["plan, database"]),
        (Fake(3, later=1.25), ["plan, elke afspraak erbij"]),
    ],
)
def test_what_is_over_its_aim_is_said(made, missed):
    lines = yardstick.measure({"hier": made}, 3, others=True)["hier"]
    assert [line.name for line in lines if not line.met] == missed
    assert len(lines) == len(yardstick.AIMS) + 4


def test_two_versions_stand_beside_each_other():
    lines = yardstick.measure({"hier": Fake(3), "ervoor": Fake(10)}, 3, others=False)
    (shown,) = [line for line in yardstick.table(lines).splitlines() if line.startswith("| plan |")]
    assert "| moeder | 4 | 3 | 3.30 E | 11.00 E |" in shown
