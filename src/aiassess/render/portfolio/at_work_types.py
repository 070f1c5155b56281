"""The part of a summary about officers and hours, as JSON (docs/batch.md#at-work)."""

from typing import Literal, NotRequired, TypedDict

Figure = Literal["officers", "trained", "saving_time", "hours_saved"]


class NumbersData(TypedDict):
    """``systems``: those that report the number; ``median_rounded``: the median of numbers rounded to three digits."""

    systems: int
    median: float | None
    total: float
    median_rounded: bool


class TotalData(TypedDict):
    """``systems``: those that report it."""

    systems: int
    total: float


class HoursAWeek(TotalData):
    """``plausible``: officers as many as there can be could work so many hours."""

    plausible: bool


class PartData(TotalData):
    """``total``: of ``officers``, those of the systems that report both; ``percent`` is None if there are none."""

    officers: float
    percent: float | None


class OddSystem(TypedDict):
    """A system with its figures as reported."""

    system: str | None
    agency: str | None
    ministry: str | None
    figures: dict[Figure, float | None]


class Implausible(TypedDict):
    """Systems whose figures are in no sum because they cannot be; at most 50 are listed."""

    systems: int
    most_officers: int
    most_hours: int
    listed: list[OddSystem]


class MinistrySums(TypedDict):
    """``silent``: systems without any figure; ``implausible``: those whose figures are in no sum."""

    name: str | None
    systems: int
    silent: int
    implausible: int
    officers: TotalData
    trained: PartData
    saving_time: PartData
    hours_a_week: TotalData


class Ministries(TypedDict):
    """``rest``: the ministries that are only counted together; ``all``: every one of them."""

    all: MinistrySums
    listed: list[MinistrySums]
    rest: MinistrySums | None


class AtWork(TypedDict):
    """``ministries``: only if the questionnaire asks for the ministry, or for officers who are trained or save time."""

    officers: NumbersData
    hours_per_officer: NumbersData
    hours_a_week: HoursAWeek
    implausible: Implausible
    ministries: NotRequired[Ministries]
