"""What is due as a calendar (RFC 5545): a day for each system, with a reminder (docs/rounds.md#who-is-due)."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, BinaryIO
from uuid import UUID

from icalendar import Alarm, Calendar, Event

from aiassess import __version__
from aiassess.safe import safe_line
from aiassess.text import say

if TYPE_CHECKING:
    from aiassess.batch.due import System

_REMINDED = timedelta(days=-30)
_TOLD = ("agency", "level_title", "completed_on", "reference", "edition", "source")
"""What an event says of a system beside its name, under the titles of the columns."""


def write_calendar(
    systems: Iterable[tuple["System", UUID]], file: BinaryIO, standings: Mapping[str, str], as_of: str, lang: str
) -> None:
    """Write an event for each system that is due on a day. ``standings``: by edition; ``as_of``: the day, YYYY-MM-DD."""
    calendar = Calendar()
    calendar.add("prodid", f"-//aiassess//{__version__}//{lang.upper()}")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", say(lang, "batch.calendar"))
    begin, end = calendar.to_ical().partition(b"END:VCALENDAR")[::2]
    stamp = datetime.combine(date.fromisoformat(as_of), datetime.min.time(), UTC)
    file.write(begin)
    for system, uid in systems:
        if system.reassess_due is not None:
            file.write(_event(system, uid, standings, stamp, lang).to_ical())
    file.write(b"END:VCALENDAR" + end)


def _event(system: "System", uid: UUID, standings: Mapping[str, str], stamp: datetime, lang: str) -> Event:
    name = safe_line(system.system or "") or say(lang, "portfolio.not_told")
    title = say(lang, "batch.reassess", system=name)
    told = {name: safe_line(getattr(system, name) or "") for name in _TOLD}
    told["edition"] += f" ({say(lang, f'report.standing_{standings[system.edition or str()]}')})"
    event, alarm = Event(), Alarm()
    event.add("uid", str(uid))
    event.add("dtstamp", stamp)
    event.add("dtstart", date.fromisoformat(system.reassess_due or ""))
    event.add("summary", title)
    event.add(
        "description", "\n".join(f"{say(lang, f'columns.{name}')}: {text}" for name, text in told.items() if text)
    )
    event.add("transp", "TRANSPARENT")  # a day on which something is due is not a day on which nobody is free
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", _REMINDED)
    event.add_component(alarm)
    return event
