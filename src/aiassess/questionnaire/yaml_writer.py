"""Plain data to YAML that reads like a questionnaire written by hand, and is read back as it was."""

from typing import Any

import yaml

from aiassess.questionnaire.yaml_source import is_plain_text

_ONE_LINE = 100
"""What is no longer than this is written on one line."""
_ITEMS = 6
"""Columns up to which the items of a list are set apart by a blank line: sections and questions."""


class _Writer(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - PyYAML's signature
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 - the same
        super().increase_indent(flow, indentless=False)

    def expect_block_sequence_item(self, first: bool = False) -> None:
        apart = (
            isinstance(self.event, yaml.MappingStartEvent)
            and not self.event.flow_style
            and (self.indent or 0) <= _ITEMS
        )
        if apart and not first:
            if self.column:
                self.write_line_break()
            self.write_line_break()
        super().expect_block_sequence_item(first)


def _text(writer: yaml.SafeDumper, text: str) -> yaml.Node:
    style = "|" if "\n" in text.strip("\n") else None
    if not is_plain_text(text) or not text.replace("\n", "").isprintable():
        style = '"'  # which can write out whatever YAML, or a person, would not see
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style)


def _mapping(writer: yaml.SafeDumper, data: dict[str, Any]) -> yaml.Node:
    short = "text" not in data and _is_short(data)  # a question, a finding: never on one line
    return writer.represent_mapping("tag:yaml.org,2002:map", data.items(), flow_style=short)


def _list(writer: yaml.SafeDumper, data: list[Any]) -> yaml.Node:
    short = bool(data) and not any(isinstance(item, (dict, list)) for item in data) and _is_short(data)
    return writer.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=short)


def _is_short(data: object) -> bool:
    text = str(data)
    return len(text) <= _ONE_LINE and "\\n" not in text


_Writer.add_representer(str, _text)
_Writer.add_representer(dict, _mapping)
_Writer.add_representer(list, _list)


def yaml_text(data: dict[str, Any]) -> str:
    """Return plain data as YAML: keys in their order, what is short on one line, a blank line between long items of a list."""
    return yaml.dump(data, Dumper=_Writer, sort_keys=False, allow_unicode=True, width=120)
