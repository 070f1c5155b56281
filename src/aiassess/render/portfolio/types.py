"""The summary of a batch as JSON; a test keeps these types in step with ``schemas/portfolio.schema.json``."""

from typing import Generic, Literal, NotRequired, TypedDict, TypeVar, get_args

from aiassess.model.questionnaire import Severity
from aiassess.render.portfolio.at_work_types import AtWork
from aiassess.report.types import EditionData, ToolData
from aiassess.scoring.result import Status, Verdict

ListName = Literal["stop", "hold", "overdue", "ahead"]
"""``ahead``: completed after the day of the summary, so that a date is wrong."""
Change = Literal["new", "gone", "level_up", "level_down", "level_other", "verdict"]
"""What became of a system since an earlier round; ``level_other``: neither level is known to be the higher."""
Name = TypeVar("Name")
LISTS: tuple[ListName, ...] = get_args(ListName)
CHANGES: tuple[Change, ...] = get_args(Change)


class Counted(TypedDict):
    systems: int
    percent: float


class LevelSums(Counted):
    id: str
    title: str
    verdicts: dict[Verdict, int]
    statuses: dict[Status, int]


class NamedSums(Counted, Generic[Name]):
    id: Name


class KindSums(Counted):
    """``id`` and ``title`` are None for systems whose type is not stated."""

    id: str | None
    title: str | None
    levels: dict[str, int]


class PrincipleShares(TypedDict):
    """``systems``: how many were measured; ``sum_percent``: the sum of their percents, each rounded to one decimal."""

    id: str
    systems: int
    sum_percent: float
    mean_percent: float | None
    lowest_percent: float | None


class PrincipleSums(PrincipleShares):
    title: str


# Agencies


class AgencySums(TypedDict):
    systems: int
    levels: dict[str, int]
    verdicts: dict[Verdict, int]
    overdue: int
    principles: list[PrincipleShares]


class NamedAgency(AgencySums):
    name: str | None


class AgenciesData(TypedDict):
    """``rest``: the agencies that are only counted together."""

    listed: list[NamedAgency]
    rest: AgencySums | None


# Findings, days and lists


class FindingSums(Counted):
    question: str
    finding: str
    ref: str | None
    text: str


class CriticalFindings(Counted):
    findings: list[FindingSums]


class Reassessment(TypedDict):
    overdue: int
    soon: int
    later: int
    no_date: int
    ahead: int
    soon_days: int


class SystemData(TypedDict):
    system: str | None
    agency: str | None
    level: str
    level_title: str


class ListedSystem(SystemData):
    status: Status
    completed_on: str | None
    due: str | None
    critical_findings: int
    missing: int


# The whole


class AssessedData(TypedDict):
    """What a questionnaire assesses: a word for one, and for several, as they stand within a sentence."""

    one: str
    many: str


class QuestionnaireSums(EditionData):
    systems: int
    levels: list[LevelSums]
    verdicts: list[NamedSums[Verdict]]
    statuses: list[NamedSums[Status]]
    kinds: list[KindSums]
    principles: list[PrincipleSums]
    agencies: AgenciesData
    findings: dict[Severity, int]
    critical_findings: CriticalFindings
    reassessment: Reassessment
    lists: dict[ListName, list[ListedSystem]]
    listed_at_most: int
    at_work: AtWork


class RefusedCode(TypedDict):
    code: str
    submissions: int


class Refused(TypedDict):
    submissions: int
    errors: list[RefusedCode]


class SetAsideSystem(SystemData):
    questionnaire: str
    version: str


class SetAside(TypedDict):
    submissions: int
    listed: list[SetAsideSystem]


class Superseded(SetAside):
    revised: int
    newer: int


# Rounds


class RoundLevel(Counted):
    verdicts: dict[Verdict, int]


class LevelTrend(TypedDict):
    id: str
    title: str
    then: RoundLevel
    now: RoundLevel


class PrincipleTrend(TypedDict):
    id: str
    title: str
    then: PrincipleShares
    now: PrincipleShares


class AgencyRound(TypedDict):
    systems: int
    principles: list[PrincipleShares]


class AgencyTrend(TypedDict):
    then: AgencyRound
    now: AgencyRound


class NamedTrend(AgencyTrend):
    name: str | None


class TrendsData(TypedDict):
    """``rest``: the agencies that are only counted together."""

    listed: list[NamedTrend]
    rest: AgencyTrend | None


class RoundData(TypedDict):
    """What one of the two rounds comes to; ``agencies``: how many are named, at least so many if ``more_agencies``."""

    systems: int
    agencies: int
    more_agencies: bool
    verdicts: list[NamedSums[Verdict]]
    statuses: list[NamedSums[Status]]
    critical_findings: Counted
    findings: dict[Severity, int]
    at_work: AtWork
    unnamed: int
    repeated: int


class EditionPair(TypedDict):
    then: str
    now: str
    systems: int


class ChangedSystem(TypedDict):
    """The levels and verdicts of the earlier round are None for a new system, and those of this one for one that is gone."""

    system: str | None
    agency: str | None
    level_then: str | None
    level_now: str | None
    verdict_then: Verdict | None
    verdict_now: Verdict | None


class MovedFindings(TypedDict):
    """Findings that were opened, or closed, in systems of both rounds."""

    severities: dict[Severity, int]
    findings: list[FindingSums]


class RoundsOfQuestionnaire(TypedDict):
    id: str
    title: str
    language: str
    then: RoundData
    now: RoundData
    compared: int
    editions: list[EditionPair]
    levels: list[LevelTrend]
    changes: dict[Change, int]
    lists: dict[Change, list[ChangedSystem]]
    opened: MovedFindings
    closed: MovedFindings
    principles: list[PrincipleTrend]
    agencies: TrendsData


class RoundsData(TypedDict):
    """``only_critical``: the earlier table names no other findings, so no others are compared."""

    against: str
    submissions: int
    refused: int
    superseded: int
    systems: int
    only_critical: bool
    questionnaires: list[RoundsOfQuestionnaire]


class PortfolioData(TypedDict):
    """``assesses``: by questionnaire, if it does not assess systems."""

    format: Literal["aiassess.portfolio/1"]
    tool: ToolData
    language: str
    assesses: NotRequired[dict[str, AssessedData]]
    as_of: str
    submissions: int
    refused: Refused
    latest: bool
    superseded: Superseded
    duplicates: SetAside
    systems: int
    questionnaires: list[QuestionnaireSums]
    rounds: NotRequired[RoundsData]
