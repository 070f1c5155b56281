"""``aiassess questionnaire``: for authors and reviewers. Each command is a module here."""

from aiassess.cli.help import Group, LateGroup

COMMANDS = ("list", "show", "new", "lint", "diff", "schema", "import")


class _Questionnaire(LateGroup):
    names = COMMANDS
    folder = __name__

    def help_key(self, name: str) -> str:
        return f"questionnaire_{name}"


questionnaire = Group(cls=_Questionnaire, help="questionnaire")


@questionnaire.callback()
def _of_commands() -> None:
    """Make Typer take it for a group though no command is imported yet."""
