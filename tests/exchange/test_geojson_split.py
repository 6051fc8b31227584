"""A block in parts that DIWI's format can hold: whatever the breakdowns are, every total stays what it was."""

from collections import Counter
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from diwi_qgis.exchange.geojson.split import LIJSTEN, split
from diwi_qgis.exchange.plan import Oplevering, Verdeling, Woningblok


def blok(aantal, *verdelingen, opleveringen=()):
    return Woningblok("Blok A", "bouw", aantal, verdelingen=list(verdelingen), opleveringen=list(opleveringen))


def test_a_homogeneous_block_stays_one_with_its_own_name():
    (deel,) = split(
        blok(
            10,
            Verdeling("eigendom", "koopwoning", 10, 100, 200),
            Verdeling("woningtype", "eengezinswoning", 10),
            Verdeling("doelgroep", "Ouderen", 4),
            Verdeling("doelgroep", "Jongeren", 6),
            opleveringen=[Oplevering(date(2027, 1, 1), 10)],
        )
    )
    assert (deel.naam, deel.aantal, deel.datum, deel.woningtype) == ("Blok A", 10, date(2027, 1, 1), "eengezinswoning")
    assert deel.verdelingen == {"doelgroep": [("Ouderen", 4), ("Jongeren", 6)]}


def test_a_mixed_block_is_cut_where_something_changes():
    delen = split(
        blok(
            10,
            Verdeling("eigendom", "koopwoning", 4),
            Verdeling("eigendom", "huurwoning_woningcorporatie", 6),
            Verdeling("woningtype", "meergezinswoning", 7),
        )
    )
    assert [(d.naam, d.aantal, d.eigendom.categorie, d.woningtype) for d in delen] == [
        ("Blok A (1/3)", 4, "koopwoning", "meergezinswoning"),
        ("Blok A (2/3)", 3, "huurwoning_woningcorporatie", "meergezinswoning"),
        ("Blok A (3/3)", 3, "huurwoning_woningcorporatie", None),
    ]


def test_what_is_partly_known_is_whole_in_one_part_and_absent_in_the_other():
    known, unknown = split(blok(10, Verdeling("fysiek_voorkomen", "Hoekwoning", 3)))
    assert (known.aantal, known.verdelingen) == (3, {"fysiek_voorkomen": [("Hoekwoning", 3)]})
    assert (unknown.aantal, unknown.verdelingen) == (7, {})


def test_a_block_without_dwellings_has_no_parts():
    assert split(blok(0)) == []


amounts = st.lists(st.integers(0, 30), max_size=4)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 60), amounts, amounts, amounts, amounts, amounts)
def test_totals_per_category_are_kept(aantal, eigendom, woningtype, fysiek, doelgroep, jaren):
    verdelingen = [
        Verdeling(kenmerk, f"{kenmerk}{number}", n)
        for kenmerk, numbers in (
            ("eigendom", eigendom),
            ("woningtype", woningtype),
            ("fysiek_voorkomen", fysiek),
            ("doelgroep", doelgroep),
        )
        for number, n in enumerate(numbers)
    ]
    opleveringen = [Oplevering(date(2030 + year, 12, 31), n) for year, n in enumerate(jaren)]
    delen = split(blok(aantal, *verdelingen, opleveringen=opleveringen))
    assert sum(deel.aantal for deel in delen) == aantal
    assert all(deel.aantal > 0 for deel in delen)
    found = Counter()
    for deel in delen:
        if deel.eigendom:
            found[deel.eigendom.categorie] += deel.aantal
        if deel.woningtype:
            found[deel.woningtype] += deel.aantal
        if deel.datum:
            found[deel.datum] += deel.aantal
        for rows in deel.verdelingen.values():
            assert sum(n for _, n in rows) == deel.aantal  # DIWI: complete or absent
            for categorie, n in rows:
                found[categorie] += n
    if all(sum(numbers) <= aantal for numbers in (eigendom, woningtype, fysiek, doelgroep, jaren)):
        given_ = Counter({v.categorie: v.aantal for v in verdelingen}) + Counter(
            {o.datum: o.aantal for o in opleveringen}
        )
        assert found == +given_
    assert set(LIJSTEN) >= {kenmerk for deel in delen for kenmerk in deel.verdelingen}
