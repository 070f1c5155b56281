"""The words of the form's page, in one language: its own, and those that it shares with the interview and the checks."""

from collections.abc import Iterator, Mapping

from aiassess.text import engine, html, interview, page, problems

_INTERVIEW = (
    *("whom", "why", "published", "progress_about", "progress_all", "gone", "gone_kept", "gone_some_kept"),
    *("new", "new_kept", "note_due", "contradiction", "review_contradictions_do"),
    *(f"count_{mark}" for mark in ("answered", "missing", "unsure", "not_applicable", "optional")),
    *(
        f"review_{group}{part}"
        for group in ("missing", "waiting", "unsure", "unconfirmed", "unevidenced")
        for part in ("", "_do")
    ),
)
_PROBLEMS = (
    *("unknown_option", "option_twice", "choices_empty", "exclusive_option", "text_blank", "text_too_long"),
    *("number_range", "number_whole", "number_text", "number_comma"),
    *("date_wrong", "date_range", "date_early", "date_late"),
    *("risks_empty", "risk_rating", "risk_half_residual", "too_many", "answers_no_format", "answers_format"),
    *("newer_format", "other_questionnaire", "answers_version", "other_major_version", "unknown_question"),
    *("status_and_value", "status_unknown", "for_not_unsure", "for_unknown", "not_applicable_refused"),
    *("not_applicable_note", "about_started_at", "about_completed_at", "about_language", "about_revises"),
    *("json_unknown", "json_required", "json_duplicate_key", "json_depth", "json_size", "json_surrogate"),
    *(f"json_expected_{kind}" for kind in ("object", "array", "string", "number", "boolean")),
)
"""The codes of what ``values.js`` and ``files.js`` find wrong."""


def form_words(lang: str, *, with_engine: bool = False) -> dict[str, str | list[str]]:
    """Return what the page says in a language of the program; [for one thing, otherwise] if these differ."""
    messages = dict(_messages())
    if with_engine:
        messages |= {f"engine.{name}": entry for name, entry in engine.MESSAGES.items()}
    return {name: _wordings(entry, lang) for name, entry in messages.items()}


def _messages() -> Iterator[tuple[str, Mapping[str, str]]]:
    yield from page.MESSAGES.items()
    yield "html.skip", html.MESSAGES["skip"]
    yield from ((f"interview.{name}", interview.MESSAGES[name]) for name in _INTERVIEW)
    yield from ((f"problems.{code}", problems.MESSAGES[code]) for code in _PROBLEMS)


def _wordings(entry: Mapping[str, str], lang: str) -> str | list[str]:
    one = entry.get(f"{lang}.one")
    return [one, entry[lang]] if one else entry[lang]
