"""Plan codes: `GGGG-XXXXXX-C` for a plan, `.01`, `.02` … behind it for its parts.

GGGG is the municipality code, X are Crockford base-32 digits (no I, L, O, U) taken from the plan's UUID, C is the check
character of ISO 7064 mod 37,36 over the ten characters before it. The database gives the codes (see `store`); this module
is the definition against which that is tested, and what checks a code that somebody typed.
"""

from __future__ import annotations

import re
import string

ISO7064 = string.digits + string.ascii_uppercase
CROCKFORD = "".join(character for character in ISO7064 if character not in "ILOU")
_PATTERN = re.compile(r"^(?P<gemeente>\d{4})-(?P<body>[0-9A-HJKMNP-TV-Z]{6})-(?P<check>[0-9A-Z])(\.\d{2,})?$")

#: Hex positions (1-based, in the UUID without hyphens) from which candidate bodies are taken, in this order: a code
#: already given to another plan moves on to the next candidate. Positions 13 and 17 hold version and variant: avoided.
CANDIDATES = (1, 21, 25)


def check_character(text: str) -> str:
    """ISO 7064 mod 37,36 check character of letters and digits."""
    product = 36
    for character in text:
        total = (product + ISO7064.index(character)) % 36 or 36
        product = total * 2 % 37
    return ISO7064[(37 - product) % 36]


def mother_code(gemeentecode: str, uuid: str, candidate: int = 0) -> str:
    """Plan code for a UUID; `candidate` 0, 1 or 2 picks where in the UUID the 30 bits come from."""
    digits = uuid.replace("-", "")
    start = CANDIDATES[candidate] - 1
    number = int(digits[start : start + 8], 16) >> 2
    body = "".join(CROCKFORD[(number >> shift) & 31] for shift in range(25, -5, -5))
    return f"{gemeentecode}-{body}-{check_character(gemeentecode + body)}"


def is_valid(code: str) -> bool:
    """Whether a plan code has the right form and check character."""
    match = _PATTERN.match(code)
    return match is not None and check_character(match["gemeente"] + match["body"]) == match["check"]
