"""The values of the fields of a delivery, in the province's words, with what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, Optional

from diwi_qgis.exchange.delivery.problems import MESSAGES, DeliveryProblem
from diwi_qgis.exchange.delivery.sources import Sources
from diwi_qgis.model.profiles import Veld

#: Reports a problem: code, position of the plan, field, value, whether it is a warning, and what fills the message.
Report = Callable[..., None]


class Problems:
    """Collects problems by plan; `plans` gives uuid, name and plan code per position."""

    def __init__(self, plans: list[tuple[str, str, str]]) -> None:
        self._plans = plans
        self.found: list[DeliveryProblem] = []

    def add(self, code: str, at: int, veld: str, value: Any = None, warning: bool = False, **fields: Any) -> None:
        """One problem of the plan at position `at`."""
        uuid, naam, plancode = self._plans[at]
        message = MESSAGES[code].fill(value=value, **fields)
        self.found.append(DeliveryProblem(code, uuid, naam, plancode, veld, message, value, warning))


def field_values(veld: Veld, sources: Sources, problems: Problems, fixed: Optional[str] = None) -> list[Any]:
    """The values of one field for all plans, in the order of table `project`; `fixed`: one value for all of them."""
    raw = [fixed] * len(sources.uuids) if fixed else _first_known(veld, sources, problems)
    convert = _CONVERT[veld.soort]
    values = convert(veld, raw, sources, problems)
    if veld.verplicht:
        _require(veld, raw, values, sources, problems)
    if veld.hoogstens_bouw:
        _at_most_bouw(veld, values, sources, problems)
    _fits(veld, values, problems)
    return values


def _first_known(veld: Veld, sources: Sources, problems: Problems) -> list[Any]:
    first, *others = veld.bron
    values = list(sources.column(first))
    gaps = [at for at, value in enumerate(values) if value is None]
    for source in others:
        column = sources.column(source) if gaps else []
        for at in list(gaps):
            if column[at] is not None:
                values[at] = column[at]
                gaps.remove(at)
                if veld.meld_vervanging:
                    problems.add(
                        "substitute", at, veld.naam, warning=True, bron=_source_name(first), delivered=column[at]
                    )
    return values


def _require(veld: Veld, raw: list[Any], values: list[Any], sources: Sources, problems: Problems) -> None:
    absent = veld.eigenschap is not None and not sources.has_property(veld.eigenschap)
    code = "missing_property" if absent else "missing_mandatory_value"
    for at, value in enumerate(values):
        # A value that was given but refused has its own problem already.
        if value is None and raw[at] in (None, ""):
            problems.add(code, at, veld.naam, bron=_source_name(veld.bron[0]))


def _at_most_bouw(veld: Veld, values: list[Any], sources: Sources, problems: Problems) -> None:
    for at, (value, bouw) in enumerate(zip(values, sources.column("cijfer.bouw"))):
        if value is not None and value > bouw:
            problems.add("value_larger_than_construction_houseblocks", at, veld.naam, value, number=bouw)


def _fits(veld: Veld, values: list[Any], problems: Problems) -> None:
    """Texts and numbers that the province's file cannot hold; nothing is ever cut off."""
    if veld.lengte is not None:
        for at, value in enumerate(values):
            if value is not None and len(value) > veld.lengte:
                problems.add("text_too_long", at, veld.naam, value, number=len(value), expected=veld.lengte)
    if veld.grootste is not None:
        for at, value in enumerate(values):
            if value is not None and abs(value) > veld.grootste:
                problems.add("number_too_large", at, veld.naam, value, expected=f"≤ {veld.grootste}")


def _source_name(source: str) -> str:
    kind, _, name = source.partition(".")
    return {"stand": f"{name} (mijlpalen)", "profiel": f"profiel {name}"}.get(kind, name or source)


# -- one conversion per kind of field ----------------------------------------------------------------------------


def _texts(veld: Veld, raw: list[Any], _: Sources, problems: Problems) -> list[Any]:
    if any(isinstance(value, list) for value in raw):
        raw = ["; ".join(map(str, value)) if isinstance(value, list) else value for value in raw]
    return [None if value is None else str(value) for value in raw]


def _days(veld: Veld, raw: list[Any], _: Sources, problems: Problems) -> list[Any]:
    return [value.date() if isinstance(value, datetime) else value for value in raw]


def _moments(veld: Veld, raw: list[Any], _: Sources, problems: Problems) -> list[Any]:
    return [
        datetime(value.year, value.month, value.day)
        if isinstance(value, date) and not isinstance(value, datetime)
        else value
        for value in raw
    ]


def _whole_numbers(veld: Veld, raw: list[Any], _: Sources, problems: Problems) -> list[Any]:
    own = veld.bron[0].startswith("cijfer.")
    return [value if own or value is None else _whole_number(veld, at, value, problems) for at, value in enumerate(raw)]


def _whole_number(veld: Veld, at: int, value: Any, problems: Problems) -> Optional[int]:
    if isinstance(value, list):
        problems.add("multiple_single_select_values", at, veld.naam, ", ".join(map(str, value)), number=len(value))
        return None
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if number < 0 or not number.is_integer():
        problems.add("not_a_whole_number", at, veld.naam, value)
        return None
    return int(number)


def _choices(veld: Veld, raw: list[Any], sources: Sources, problems: Problems) -> list[Any]:
    words = _words(veld, sources)
    result: list[Any] = []
    plainly = {word: known for word, known in words.items() if not veld.overig or known != veld.overig}
    for at, value in enumerate(raw):
        if isinstance(value, str) and value in plainly:  # nearly all; nothing to tell
            result.append(plainly[value])
            continue
        options = list(_options(veld, at, value, words, problems))
        if len(options) > 1 and veld.bron[0].startswith("tabel."):
            problems.add("several_bottlenecks", at, veld.naam, warning=True, number=len(options), delivered=options[0])
        elif len(options) > 1:
            problems.add("multiple_single_select_values", at, veld.naam, ", ".join(options), number=len(options))
        result.append(options[0] if options else None)
    return result


def _several_choices(veld: Veld, raw: list[Any], sources: Sources, problems: Problems) -> list[Any]:
    words = _words(veld, sources)
    found = [list(_options(veld, at, value, words, problems)) for at, value in enumerate(raw)]
    return [options or None for options in found]


def _words(veld: Veld, sources: Sources) -> Mapping[str, str]:
    words = dict(sources.profiel.codes.get(veld.codes, {})) if veld.codes else {}
    own = {option: option for option in (*veld.opties, *words.values())}
    return {**own, **veld.vertaling, **words}


def _options(veld: Veld, at: int, value: Any, words: Mapping[str, str], problems: Problems) -> Iterator[str]:
    """The province's words for a value or list of values, each once."""
    if value is None or (value == "" and "" not in words):
        return
    seen: set[str] = set()
    for one in value if isinstance(value, list) else [value]:
        word = words.get(one, veld.overig)
        if word is None:
            problems.add("value_not_in_list", at, veld.naam, one, expected=_shown(veld, words))
            continue
        if veld.overig and word == veld.overig != one:
            problems.add("value_replaced", at, veld.naam, one, warning=True, delivered=word)
        if word not in seen:
            seen.add(word)
            yield word


def _shown(veld: Veld, words: Mapping[str, str]) -> str:
    options = list(veld.opties or dict.fromkeys(words.values()))
    return ", ".join(options[:12]) + (f", … ({len(options)})" if len(options) > 12 else "")


_CONVERT: Mapping[str, Callable[[Veld, list[Any], Sources, Problems], list[Any]]] = {
    "tekst": _texts,
    "geheel": _whole_numbers,
    "datum": _days,
    "moment": _moments,
    "keuze": _choices,
    "meerkeuze": _several_choices,
}
