"""Answers to ``EVERY_TYPE`` on both sides of what is valid, as JSON texts."""

import json

from aiassess.answers import formats
from aiassess.kinds import parts
from aiassess.kinds.risks import MAX_RISKS

WORDS = {
    "a word": '"x"',
    "empty": '""',
    "blanks": '" \\t\\n"',
    "a blank beyond ASCII": '"\u2003"',
    "that blank, escaped": '"\\u2003"',
    "a byte-order mark": '"\ufeff"',
    "the same, escaped and with a blank": '"\\ufeff "',
    "a separator that is no blank": '"\\u001c"',
    "as long as may be": f'"{"x" * parts.MAX_TEXT}"',
    "too long": f'"{"x" * (parts.MAX_TEXT + 1)}"',
    "long in bytes": f'"{"漢" * parts.MAX_TEXT}"',
    "nul, escaped": '"\\u0000"',
    "nul": '"a\x00b"',
    "a control": '"a\x1fb"',
    "delete": '"\x7f"',
    "quotation marks": '"say \\"yes\\""',
    "marks in disguise": '"say \\u0022yes\\u0022"',
    "no marks": '"\\\\u0022"',
    "ends in a backslash": '"x\\\\"',
    "a slash": '"a\\/b"',
    "no escape": '"\\x41"',
    "an emoji": '"\U0001f468"',
    "an emoji, escaped": '"\\ud83d\\udc68"',
    "half of it": '"\\ud83d"',
    "the other half": '"\\udc68"',
    "halves the wrong way round": '"\\udc68\\ud83d"',
    "null": "null",
    "a number": "1",
    "a list": '["x"]',
    "an object": '{"x": 1}',
    "true": "true",
}
NUMBERS = [
    *("1", "9", "0", "10", "-0", "1.0", "1.5", "9.0", "1e0", "0.9e1", "10E-1", "1e400", "-1e400", "1e-400"),
    *("01", "1.", ".5", "+1", "NaN", "Infinity", "-Infinity", "true", "null", '"1"', "9007199254740991"),
    *("9007199254740992", "-9007199254740991", "9007199254740991.0", "123456789012345678901234567890123"),
    *("0.1", "0.30000000000000004", "2.2250738585072011e-308", "1.7976931348623157e308"),
    *("123456789.123456789123456789", "[1]", "{}"),
]
DATES = [
    *("2026-01-31", "2026-02-29", "2024-02-29", "2026-04-31", "0000-01-01", "0001-01-01", "9999-12-31"),
    *("2026-1-1", "20260101", "2026-01-01T00:00:00Z", "2026-01-01Z", "2026-W01-1", "٢٠٢٦-01-01"),
    *("+2026-01-01", "2026-13-01", "2026-00-10", "2026-10-00", "1900-02-29", "2000-02-29"),
]
ENTRIES = [
    *("{}", '{"note": "x"}', '{"evidence": []}', '{"evidence": [{"reference": "x", "date": "2026-01-31"}]}'),
    *('{"value": null}', '{"value": "red", "status": "unsure"}', '{"status": "unsure"}', '{"status": "sure"}'),
    *('{"status": "not_applicable"}', '{"status": "not_applicable", "note": "x"}', '{"status": null, "note": "x"}'),
    *('{"status": "unsure", "value": null}', '{"value": "red", "note": null}', '{"value": "red", "evidence": null}'),
    *('{"evidence": [{"date": "2026-01-31"}]}', '{"evidence": [{"reference": "x", "date": null}]}', '"green"', '""'),
    *('{"value": "red", "extra": 1}', '{"evidence": [{"reference": "x", "url": "y"}]}', '{"evidence": {}}', '"red"'),
    *('{"value": "red", "value": "red"}', '{"value": "red", "v\\u0061lue": "red"}', '{"value": "r\\u0065d"}', "null"),
    *('{"note": "a", "value": "red", "note": "b"}', '{"status": "unsure", "status": "unsure"}', '["red"]', "0"),
    '{"value": "red", "evidence": [' + ", ".join(['{"reference": "x"}'] * (formats.MAX_EVIDENCE + 1)) + "]}",
    '{"value": "red", "evidence": [' + ", ".join(['{"reference": "x"}'] * formats.MAX_EVIDENCE) + "]}",
]
CHOICES = [
    *("[]", '["one"]', '["three", "one"]', '["one", "one"]', '["none"]', '["none", "one"]', '["none", "unknown"]'),
    *('"one"', "[1]", "[null]", '[["one"]]', '["four"]', '["o\\u006ee"]', "{}", '{"value": ["two"], "note": "x"}'),
]
RISK = '{"title": "t", "likelihood": 2, "consequence": 5'
RISKS = [
    *("[]", "[{}]", f"[{RISK}}}]", f"[{RISK}}}, {RISK}}}]", f'[{RISK}, "residual_likelihood": 1}}]', '"x"', "[1]"),
    *(f'[{RISK}, "residual_likelihood": 1, "residual_consequence": 3}}]', f'[{RISK}, "due": "2026-02-30"}}]'),
    *(f'[{RISK}, "due": "2026-02-28", "owner": "o", "treatment": "t"}}]', f'[{RISK}, "owner": null}}]'),
    *(f'[{RISK}, "owner": " "}}]', f'[{RISK}, "likelihood": 2}}]', f'[{RISK}, "cost": 2}}]', "[[]]"),
    *('[{"title": "t", "likelihood": 6, "consequence": 1}]', '[{"title": "t", "likelihood": 1.0, "consequence": 1}]'),
    *(
        '[{"title": "t", "likelihood": true, "consequence": 1}]',
        '[{"title": "t", "likelihood": "1", "consequence": 1}]',
    ),
    f"[{', '.join([RISK + '}'] * MAX_RISKS)}]",
    f"[{', '.join([RISK + '}'] * (MAX_RISKS + 1))}]",
]
ABOUT = {
    "assessor": WORDS.values(),
    "classification": ['" "', '"Terhad"', '"\\ufeff"'],
    "language": ['"ms"', '"MS"', '"malay"', '"ms\\n"', '""'],
    "revises": [f'"sha256:{"0" * 64}"', '"sha256:0"', f'"sha256:{"0" * 64}\\n"'],
    "completed_at": [
        *(f'"{date}T09:00:00Z"' for date in DATES),
        *('"2026-01-31"', '"2026-01-31t09:00:00Z"', '"2026-01-31 09:00:00Z"', '"2026-01-31T09:00:00"'),
        *(
            '"2026-01-31T24:00:00Z"',
            '"2026-01-31T09:00:60Z"',
            '"2026-01-31T09:00:00.5+08:00"',
            '"9999-12-31T09:00:00Z"',
        ),
    ],
    "other": ['"x"'],
}
VALUES = {
    "pick": ENTRIES,
    "graded": [*ENTRIES, '"some"', '{"value": "none"}'],
    "guard": ['"yes"', '{"status": "not_applicable", "note": "x"}', '{"status": "not_applicable"}'],
    "several": CHOICES,
    "words": [*WORDS.values(), *ENTRIES],
    "count": NUMBERS,
    "rate": NUMBERS,
    "day": [*(json.dumps(date, ensure_ascii=False) for date in DATES), '"2026\\u002d01-31"', *ENTRIES],
    "register": [*RISKS, *ENTRIES],
    "unknown": ['"x"'],
}
SOURCES = [
    *('["A"]', '["A", "B"]', "[]", "null", '""', '"A"', '["A", ""]', "[1]", '["\\u0041"]', '{"A": 1}', "[null]"),
    json.dumps(["x"] * formats.MAX_PARTS),
    json.dumps(["x"] * (formats.MAX_PARTS + 1)),
]
_PART = f'"digest": "sha256:{"0" * 64}"'
PARTS = [
    *(f"[{{{_PART}}}]", f'[{{"file": "a.json", {_PART}, "assessor": "A"}}, {{{_PART}}}]', "[]", "[{}]", "null", '"x"'),
    *(f'[{{{_PART}, "file": null}}]', f'[{{{_PART}, "assessor": " "}}]', '[{"file": "a.json"}]', "{}", "[1]"),
    *('[{"digest": "sha256:0"}]', '[{"digest": null}]', f'[{{{_PART}, "more": "x"}}]', f"[{{{_PART}, {_PART}}}]"),
    *(f"[{', '.join([f'{{{_PART}}}'] * number)}]" for number in (formats.MAX_PARTS, formats.MAX_PARTS + 1)),
    f'[{{{_PART}}}], "parts": []',
]
DOCUMENT = '{"format": "aiassess.answers/1", "questionnaire": {"id": "tiny", "version": "1.2.0"}, "answers": {%s}%s}'
CASES = [
    *(DOCUMENT % (f'"{one}": {value}', "") for one, values in VALUES.items() for value in values),
    *(DOCUMENT % (f'"{one}": {{"value": {value}}}', "") for one, values in VALUES.items() for value in values),
    *(DOCUMENT % (f'"pick": {{"value": "red", "note": {word}}}', "") for word in WORDS.values()),
    *(DOCUMENT % (f'"pick": {{"evidence": [{{"reference": {word}}}]}}', "") for word in WORDS.values()),
    *(DOCUMENT % (f'"pick": {{"evidence": [{{"reference": "x", "date": "{date}"}}]}}', "") for date in DATES),
    *(DOCUMENT % ("", f', "about": {{"{one}": {value}}}') for one, values in ABOUT.items() for value in values),
    *(DOCUMENT % ("", f', "about": {{"{one}": null}}') for one in ABOUT),
    *(DOCUMENT % ("", f', "about": {{"parts": {parts}, "assessor": "A"}}') for parts in PARTS),
    *(
        DOCUMENT % (f'"pick": {{{given}"from": {sources}}}, "words": {{"value": "w", "from": ["B"]}}', "")
        for sources in SOURCES
        for given in ('"value": "red", ', '"status": "unsure", ', '"note": "x", ', "")
    ),
    *(DOCUMENT % ("", more) for more in ("", ', "about": null', ', "about": {}', ', "about": []', ', "more": 1')),
]
REPLACED = [
    *(
        (b'"1.2.0"', version)
        for version in (b'"1.9.9"', b'"01.0.0"', b'"2.0.0"', b'"1.2"', b"1", b"null", b'"1.2.0\\n"')
    ),
    *((b'"tiny"', other) for other in (b'"Tiny"', b"null", b'"tin\\u0079"')),
    *((b"answers/1", other) for other in (b"answers/2", b"answers\\/1")),
    *((b"{", start) for start in (b"\xef\xbb\xbf{", b" \n\t\r{", b"\x0b{", b"[{", b'{"format": "aiassess.answers/1",')),
    (b'"questionnaire": {', b'"questionnaire": {"id": "tiny", '),
    (b'"answers": {}', b'"answers": {}, "answers": {}'),
    (b'"answers": {}', b'"answers": []'),
    (b'"answers": {}', b'"answers": {"pick": "red", "p\\u0069ck": "blue"}'),
    (b'"answers": {}', b'"answers": {"pick": {}, "pick": "red"}'),
    (b'"answers": {}', b'"answers": {"pick": {"note": "a \\u0022 b"}, "pick": {"note": "a \\" b"}}'),
    *(
        (b'"answers": {}', b'"answers": {"words": "' + b"\\u0022" * n + b'", "pick": "red", "pick": "red"}')
        for n in (1, 2, 3, 4, 5, 6)
    ),
    (b'"answers": {}', b'"answers": {"words": "\xff"}'),
    (b'"answers": {}', b'"answers": {"words": "\xed\xa0\x80"}'),
    (b'"answers": {}', b'"answers": {"words": ' + b"[" * 90 + b"]" * 90 + b"}"),
]
