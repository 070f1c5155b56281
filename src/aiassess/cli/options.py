"""Options that several commands have, with the keys of their help."""

from typing import Annotated

from typer import Argument, Option

TEXT_OR_JSON = ("text", "json")

EditionsOption = Annotated[
    list[str] | None, Option("-q", "--questionnaire", help="option_editions", metavar="QUESTIONNAIRE")
]
QuestionnaireName = Annotated[str, Argument(help="argument_questionnaire", metavar="QUESTIONNAIRE")]
QuestionnaireOption = Annotated[str | None, Option("-q", "--questionnaire", help="option_questionnaire")]
Format = Annotated[str | None, Option("--format", help="option_format", metavar="FORMAT")]
ReviewFormat = Annotated[str | None, Option("--format", help="option_format_review", metavar="FORMAT")]
TextOrJson = Annotated[str, Option("--format", help="option_text_or_json", metavar="FORMAT")]
Output = Annotated[list[str] | None, Option("-o", "--output", help="option_output", metavar="FILE")]
ReportOutput = Annotated[list[str] | None, Option("-o", "--output", help="option_output_report", metavar="FILE")]
Lang = Annotated[str | None, Option("--lang", help="option_lang")]
MessageLang = Annotated[str | None, Option("--lang", help="option_lang_root")]
