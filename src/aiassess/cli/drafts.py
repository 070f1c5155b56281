"""``aiassess drafts``: interviews not finished."""

import typer

drafts = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@drafts.command("list")
def list_() -> int:
    return 0
