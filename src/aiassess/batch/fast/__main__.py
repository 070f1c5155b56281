"""``python -m aiassess.batch.fast gpaisa`` prints the judge of a questionnaire."""

import sys

from aiassess.batch.fast import source_of
from aiassess.questionnaire.catalog import DEFAULT, load_questionnaire

if __name__ == "__main__":
    print(source_of(load_questionnaire(*sys.argv[1:2] or [DEFAULT])), end="")
