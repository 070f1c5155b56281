"""Figures: how they are rounded when written, and how people see them (docs/scoring.md#rounding)."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import UTC, datetime
from fractions import Fraction
from itertools import count

from aiassess.text import say

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def instant(text: str) -> tuple[int, str]:
    """Return what sorts RFC 3339 moments, whatever their time zones: seconds since 1970, and nine digits of a fraction."""
    fraction = ""
    if text[19] == ".":
        zone = text[20:].lstrip("0123456789")
        text, fraction = text[:19] + zone, text[20 : len(text) - len(zone)]
    since = datetime.fromisoformat(text) - _EPOCH
    return 86_400 * since.days + since.seconds, fraction.ljust(9, "0")


def exact(number: float) -> Fraction:
    """Return the decimal that somebody wrote, exactly: 33.3 is 333/10, not the nearest binary number."""
    return Fraction(number) if isinstance(number, int) else Fraction(repr(number))


def round_half_up(number: Fraction) -> int:
    """Return the nearest whole number, halves upwards."""
    return quotient_half_up(number.numerator, number.denominator)


def quotient_half_up(dividend: int, divisor: int) -> int:
    """Return the quotient as the nearest whole number, halves upwards; ``divisor``: positive."""
    return (2 * dividend + divisor) // (2 * divisor)


def one_decimal(number: Fraction) -> int | float:
    """Return a number rounded half up to one decimal, as JSON writes it: 27.2, and 50 rather than 50.0."""
    return quotient_one_decimal(number.numerator, number.denominator)


def quotient_one_decimal(dividend: int, divisor: int) -> int | float:
    """Return the quotient as ``one_decimal`` gives it; ``divisor``: positive."""
    tenths = quotient_half_up(10 * dividend, divisor)
    return tenths / 10 if tenths % 10 else tenths // 10


def plain_number(number: Fraction) -> int | float:
    """Return a number as JSON writes it: whole ones without a point."""
    return int(number) if number.denominator == 1 else float(number)


def rounded_text(number: Fraction, decimals: int) -> str:
    """Return a number that is not negative, rounded half up, without zeros at the end."""
    whole, rest = divmod(round_half_up(number * 10**decimals), 10**decimals)
    return f"{whole}.{rest:0{decimals}}".rstrip("0").rstrip(".")


def percent_text(share: Fraction, *against: Fraction, decimals: int = 1) -> str:
    """Return a percentage for people, without its sign: rounded, but never so that it contradicts its meaning.

    It has as many decimals, from ``decimals`` on, as it takes to be less than, equal to or more than 0, 100 and each of
    ``against`` (thresholds, or shares beside it) exactly if the share is.
    """
    bounds = [bound for bound in (Fraction(0), Fraction(100), *against) if bound != share or _has_an_end(bound)]
    for places in count(decimals):
        text = rounded_text(share, places)
        if all(_order(Fraction(text), bound) == _order(share, bound) for bound in bounds):
            return text
    raise AssertionError("enough decimals tell any two numbers apart")


def decimals_apart(shares: Iterable[Fraction]) -> int:
    """Return how many decimals it takes to tell different shares beside each other apart, 1 or more."""
    different = set(shares)
    return next(n for n in count(1) if len({round_half_up(share * 10**n) for share in different}) == len(different))


def part_text(part: int, whole: int) -> str:
    """Return a part of a count as a percentage of at most one decimal; "0" means none and "100" means all."""
    text = rounded_text(Fraction(100 * part, whole), 1)
    if part and text == "0":
        return "<0.1"
    return ">99.9" if part < whole and text == "100" else text


def decimals_in(sentence: str, share: Fraction) -> int:
    """Return how many decimals a sentence of a report gives a share, 1 if it does not name it."""
    for decimals in range(1, len(sentence)):
        if f" {rounded_text(share, decimals)}%" in sentence:
            return decimals
    return 1


def add_months(date: str, months: int) -> str | None:
    """Return the date (YYYY-MM-DD) so many months later, on the month's last day if it is shorter; None past 9999."""
    year, month, day = (int(part) for part in date.split("-"))
    year, month = year + (month - 1 + months) // 12, (month - 1 + months) % 12 + 1
    if year > 9999:
        return None
    return f"{year:04}-{month:02}-{min(day, monthrange(year, month)[1]):02}"


def amount(number: float, unit: str) -> str:
    """Return a number with its unit as it is printed: 12,000 orang; RM120,000."""
    return f"RM{number:,}" if unit == "RM" else f"{number:,} {unit}".strip()


def date_words(date: str, lang: str) -> str:
    """Return a valid date (YYYY-MM-DD) with its month by name, so that day and month cannot be mistaken."""
    year, month, day = date.split("-")
    return f"{int(day)} {months(lang)[int(month) - 1]} {year}"


def months(lang: str) -> list[str]:
    """Return the names of the months."""
    return say(lang, "interview.months").split(",")


def days_between(earliest: str | None, latest: str | None, lang: str) -> str:
    """Return in words which days are accepted, given the first and the last as they are to be written; "" if any."""
    days = {name: day for name, day in (("earliest", earliest), ("latest", latest)) if day}
    return say(lang, f"interview.days_{'_'.join(days)}", **days) if days else ""


def _order(number: Fraction, bound: Fraction) -> int:
    return (number > bound) - (number < bound)


def _has_an_end(number: Fraction) -> bool:
    """Return whether a number can be written in decimals."""
    return pow(10, number.denominator.bit_length(), number.denominator) == 0
