"""A random key is never taken for what a test looks for."""

from tests.sleutels import code_op_brief, without_keys

PAGE = (
    '<form action="/gezin/2017abcd-2222-4333-8444-1001aaaaaaaa/"><input value="9WitRietBosHofRobKokRijnxxxxxxxxxxxx1001">'
    '<p class="uitnodigingscode"><strong>ABCD-EFGH-JK23</strong></p>Riet belt</form>'
)


def test_what_is_random_is_not_read():
    rest = without_keys(PAGE)
    assert not any(key in rest for key in ("2017", "1001", "2222", "Wit", "Hof", "Rob"))
    assert "Riet belt" in rest
    assert "ABCD-EFGH-JK23" in rest


def test_the_code_is_found_where_it_stands():
    assert code_op_brief(PAGE) == "ABCD-EFGH-JK23"
