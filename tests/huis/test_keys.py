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


def test_nothing_is_left_of_a_key_that_begins_or_ends_with_a_hyphen_or_has_no_digit():
    assert without_keys(f'value="-_{"Ab9x" * 10}-_"') == 'value=""'
    assert without_keys(f'value="{"aBcDeF" * 7}"') == 'value=""'
    assert without_keys("utrecht-button-link--primary-action-of-ours") == "utrecht-button-link--primary-action-of-ours"


def test_the_code_is_found_where_it_stands():
    assert code_op_brief(PAGE) == "ABCD-EFGH-JK23"
