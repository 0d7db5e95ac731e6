"""Which term prevails, over every rank, issuer, date and special rule: never both, never in a circle."""

from __future__ import annotations

import datetime as dt
from itertools import permutations, product
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govsvc.acts import Act, Law, Referral
from govsvc.acts.conflicts import COMMON_SUPERIOR, agree, in_order, prevails, referral, unbeaten
from govsvc.acts.legislation import LEGISLATION
from govsvc.errors import InvalidInput, NotSettled
from govsvc.norms import Event, Evidence, Instrument, Rank, Topic, Who, since
from govsvc.norms.bodies import STANDING_COMMITTEE, STATE_COUNCIL, Body
from govsvc.places import Place
from govsvc.terms.lengths import WorkingDays
from govsvc.terms.term import Term

DISTRICT = Place.parse("北京市朝阳区")
MINISTRY = Body("ministry", "某部")
OTHER_MINISTRY = Body("other-ministry", "另一部")
CITY = Body("city", "某市", Place.BEIJING)
BUREAU = Body("bureau", "某局", Place.BEIJING)
QUARTER = Body("quarter", "某区", DISTRICT)
YEARS = (2010, 2020)
TODAY = dt.date(2026, 3, 2)
HIGHER = Instrument("某法", "higher", Rank.STATUTE, since(2004, 7, 1), Evidence.FULL_TEXT, checked_on=TODAY)
_SERIAL = iter(range(10**6))


def term(rank: Rank, issuer: Body | None = MINISTRY, year: int = 2010, days: int | None = None, **fields: Any) -> Term:
    """Return a term of a text of its own."""
    number = next(_SERIAL)
    place = Place.NATIONAL if issuer is None else issuer.place
    text = Instrument(
        f"第{number}号文",
        f"t{number}",
        rank,
        since(year, 1, 1),
        Evidence.FULL_TEXT,
        checked_on=TODAY,
        issuer=issuer,
        place=place,
    )
    made = Term(
        cite=text(1),
        topic=Topic.DECISION,
        who=Who.AGENCY,
        act="act.decision",
        within=WorkingDays(number + 1 if days is None else days),
        of=Event.ACCEPTED,
    )
    return attrs.evolve(made, **fields)


DOCUMENTS = (Rank.GOVERNMENT_DOCUMENT, Rank.DEPARTMENT_DOCUMENT, Rank.NORMATIVE_DOCUMENT)
ISSUERS = (None, MINISTRY, CITY, BUREAU, QUARTER)
EVERY = [
    *(term(rank, issuer, year) for rank, issuer, year in product(Rank, ISSUERS, YEARS)),
    *(term(rank, issuer, year, implements=(HIGHER(1),)) for rank, issuer, year in product(DOCUMENTS, ISSUERS, YEARS)),
]
GENERAL = term(Rank.DEPARTMENT_RULE, MINISTRY, 2010)
SPECIAL = [term(rank, MINISTRY, year, special_to=(GENERAL.key,)) for rank, year in product(Rank, (2005, *YEARS))]
ALL = [*EVERY, GENERAL, *SPECIAL, attrs.evolve(GENERAL, cite=GENERAL.cite.analogous())]


def test_of_two_terms_never_each_prevails() -> None:
    assert not [(one.key, other.key) for one in ALL for other in ALL if prevails(one, other) and prevails(other, one)]
    assert not any(prevails(one, one) for one in ALL)


def test_no_term_prevails_over_itself_through_others() -> None:
    beaten_by = {one: {other for other in ALL if prevails(other, one)} for one in ALL}
    rest = set(ALL)
    while rest:
        free = {one for one in rest if not beaten_by[one] & rest}
        assert free, "a circle"
        rest -= free


def test_every_term_stands_before_those_it_prevails_over() -> None:
    order = {found: place for place, found in enumerate(in_order(ALL))}
    assert len(order) == len(set(ALL))
    assert all(order[one] < order[other] for one in ALL for other in ALL if prevails(one, other))


@given(st.lists(st.sampled_from(ALL), min_size=1, max_size=6, unique=True), st.randoms(use_true_random=False))
def test_the_result_does_not_depend_on_the_order_given(terms: list[Term], random: Any) -> None:
    shuffled = list(terms)
    random.shuffle(shuffled)
    assert in_order(shuffled) == in_order(terms)
    assert unbeaten(shuffled) == unbeaten(terms)
    assert referral(unbeaten(shuffled), TODAY) == referral(unbeaten(terms), TODAY)


@given(st.lists(st.sampled_from(ALL), min_size=1, max_size=6, unique=True))
def test_there_is_a_headline_or_a_referral_that_names_those_that_differ(terms: list[Term]) -> None:
    first = unbeaten(terms)
    handed_on = referral(first, TODAY)
    assert first
    if handed_on is None:
        assert all(agree(one, other) for one in first for other in first)
    else:
        assert set(handed_on.between) == set(first)
        assert len(first) > 1


LADDER = [
    Rank.CONSTITUTION,
    Rank.STATUTE,
    Rank.ADMINISTRATIVE_REGULATION,
    Rank.LOCAL_REGULATION,
    Rank.LOCAL_GOVERNMENT_RULE,
    Rank.GOVERNMENT_DOCUMENT,
    Rank.DEPARTMENT_DOCUMENT,
    Rank.STANDARD,
]


@pytest.mark.parametrize(("higher", "lower"), [(a, b) for at, a in enumerate(LADDER) for b in LADDER[at + 1 :]])
@pytest.mark.parametrize("years", [(2010, 2020), (2020, 2010)])
def test_the_higher_rank_prevails_whatever_the_dates(higher: Rank, lower: Rank, years: tuple[int, int]) -> None:
    one, other = term(higher, CITY, years[0]), term(lower, CITY, years[1], special_to=("t0",))
    assert prevails(one, other)


@pytest.mark.parametrize("rank", [Rank.STATUTE, Rank.ADMINISTRATIVE_REGULATION])
def test_a_department_rule_stands_below_statute_and_regulation(rank: Rank) -> None:
    assert prevails(term(rank), term(Rank.DEPARTMENT_RULE))


@pytest.mark.parametrize("rank", list(Rank))
def test_of_one_issuer_the_later_prevails(rank: Rank) -> None:
    assert prevails(term(rank, CITY, 2020), term(rank, CITY, 2010))


@pytest.mark.parametrize("years", [(2020, 2020), (2020, 2010)])
def test_of_one_issuer_the_special_prevails_that_is_no_earlier(years: tuple[int, int]) -> None:
    general = term(Rank.DEPARTMENT_RULE, MINISTRY, years[1])
    special = term(Rank.DEPARTMENT_RULE, MINISTRY, years[0], special_to=(general.key,))
    assert prevails(special, general)


OPEN: list[tuple[Term, Term, str, str | None]] = [
    (term(Rank.LOCAL_REGULATION, CITY), term(Rank.DEPARTMENT_RULE), STATE_COUNCIL.key, "lff-106-1-2"),
    (term(Rank.DEPARTMENT_RULE, OTHER_MINISTRY), term(Rank.DEPARTMENT_RULE), STATE_COUNCIL.key, "lff-106-1-3"),
    (term(Rank.LOCAL_GOVERNMENT_RULE, CITY), term(Rank.DEPARTMENT_RULE), STATE_COUNCIL.key, "lff-106-1-3"),
    (term(Rank.DEPARTMENT_DOCUMENT, CITY), term(Rank.DEPARTMENT_DOCUMENT, BUREAU), COMMON_SUPERIOR, None),
    (term(Rank.GOVERNMENT_DOCUMENT, CITY), term(Rank.NORMATIVE_DOCUMENT, BUREAU), COMMON_SUPERIOR, None),
]


@pytest.mark.parametrize(("one", "other", "to", "clause"), OPEN)
def test_what_no_rule_settles_is_referred_with_both_rules_named(
    one: Term, other: Term, to: str, clause: str | None
) -> None:
    assert not prevails(one, other)
    assert not prevails(other, one)
    found = referral(unbeaten([one, other]), TODAY)
    assert found is not None
    assert (found.to, set(found.between)) == (to, {one, other})
    assert [cite.key for cite in found.basis] == ([] if clause is None else [clause])


@pytest.mark.parametrize(
    ("rank", "to", "clause"),
    [
        (Rank.STATUTE, STANDING_COMMITTEE.key, "lff-105-1"),
        (Rank.ADMINISTRATIVE_REGULATION, STATE_COUNCIL.key, "lff-105-2"),
        (Rank.DEPARTMENT_RULE, "ministry", "lff-106-1-1"),
        (Rank.LOCAL_REGULATION, "ministry", "lff-106-1-1"),
        (Rank.GOVERNMENT_DOCUMENT, "ministry", None),
    ],
)
def test_a_later_general_against_an_earlier_special_rule_is_referred(rank: Rank, to: str, clause: str | None) -> None:
    general = term(rank, MINISTRY, 2020)
    special = term(rank, MINISTRY, 2010, special_to=(general.key,))
    found = referral(unbeaten([general, special]), TODAY)
    assert found is not None
    assert (found.to, [cite.key for cite in found.basis]) == (to, [] if clause is None else [clause])


def test_before_the_clause_bore_its_number_a_referral_cites_none() -> None:
    first = LEGISLATION.in_force.first
    one, other = term(Rank.DEPARTMENT_RULE, OTHER_MINISTRY), term(Rank.DEPARTMENT_RULE)
    for day, cited in ((first - dt.timedelta(days=1), 0), (first, 1)):
        found = referral(unbeaten([one, other]), day)
        assert found is not None
        assert len(found.basis) == cited


def test_rules_that_say_the_same_are_no_conflict() -> None:
    one, other = term(Rank.DEPARTMENT_RULE, OTHER_MINISTRY, 2020, 7), term(Rank.DEPARTMENT_RULE, MINISTRY, 2010, 7)
    assert referral(unbeaten([one, other]), TODAY) is None
    assert unbeaten([other, one])[0] is one  # the later is told


def test_the_text_of_the_wider_issuer_prevails_at_one_rank() -> None:
    assert prevails(term(Rank.LOCAL_GOVERNMENT_RULE, CITY, 2010), term(Rank.LOCAL_GOVERNMENT_RULE, QUARTER, 2020))
    assert prevails(term(Rank.GOVERNMENT_DOCUMENT, CITY, 2010), term(Rank.GOVERNMENT_DOCUMENT, QUARTER, 2020))


def test_a_narrower_regulation_does_not_prevail_over_the_rule_of_the_wider_government() -> None:
    narrow, wide = term(Rank.LOCAL_REGULATION, QUARTER), term(Rank.LOCAL_GOVERNMENT_RULE, CITY)
    assert not prevails(narrow, wide)
    assert not prevails(wide, narrow)
    assert prevails(term(Rank.LOCAL_REGULATION, CITY), term(Rank.LOCAL_GOVERNMENT_RULE, QUARTER))


def test_a_document_that_details_a_higher_text_comes_before_one_that_speaks_for_itself() -> None:
    detailing = term(Rank.DEPARTMENT_DOCUMENT, BUREAU, 2010, implements=(HIGHER(33, 4),))
    assert prevails(detailing, term(Rank.GOVERNMENT_DOCUMENT, CITY, 2020))
    assert prevails(term(Rank.GOVERNMENT_DOCUMENT, CITY), term(Rank.DEPARTMENT_DOCUMENT, BUREAU))
    assert prevails(term(Rank.LOCAL_GOVERNMENT_RULE, CITY), detailing)
    other = Instrument(
        "某文", "paper", Rank.GOVERNMENT_DOCUMENT, since(2004, 1, 1), Evidence.FULL_TEXT, checked_on=TODAY
    )
    of_a_document = attrs.evolve(detailing, implements=(other(1),))
    assert prevails(term(Rank.GOVERNMENT_DOCUMENT, CITY), of_a_document)


def test_what_is_applied_by_analogy_comes_last() -> None:
    analogous = term(Rank.STATUTE)
    analogous = attrs.evolve(analogous, cite=analogous.cite.analogous())
    assert prevails(term(Rank.STANDARD), analogous)


def law_of(*terms: Term) -> Law:
    return Law([Act(found.cite.instrument, terms=(found,)) for found in terms])


def test_a_law_answers_with_the_referral_and_its_doors_refuse() -> None:
    one, other = OPEN[0][0], OPEN[0][1]
    for terms in permutations([one, other]):
        found = law_of(*terms).governing(Topic.DECISION, on=TODAY, place=Place.BEIJING)
        assert isinstance(found.headline, Referral)
        assert found.headline.to == STATE_COUNCIL.key
        assert [also.reason.value for also in found.also] == ["in-conflict", "in-conflict"]
        with pytest.raises(NotSettled) as caught:
            law_of(*terms).governing_terms(Topic.DECISION, on=TODAY, place=Place.BEIJING)
        assert caught.value.why == found.headline
        with pytest.raises(NotSettled):
            law_of(*terms).headline(Topic.DECISION, on=TODAY, place=Place.BEIJING)


def test_special_rules_in_a_circle_are_refused() -> None:
    one, other = term(Rank.STATUTE), term(Rank.STATUTE)
    one = attrs.evolve(one, special_to=(other.key,))
    other = attrs.evolve(other, special_to=(one.key,))
    with pytest.raises(InvalidInput) as caught:
        law_of(one, other)
    assert [(fault.path, fault.code) for fault in caught.value.faults] == [
        (one.key, "special-to-itself"),
        (other.key, "special-to-itself"),
    ]
    with pytest.raises(InvalidInput):
        law_of(attrs.evolve(one, special_to=(one.key,)))
