"""Help pages of the command line."""

from aiassess.text.help import commands, options, questionnaire

MESSAGES = commands.MESSAGES | options.MESSAGES | questionnaire.MESSAGES
