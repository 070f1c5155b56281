"""Every kind of question."""

from aiassess.kinds.choice import CHOICE
from aiassess.kinds.choices import CHOICES
from aiassess.kinds.date import DATE
from aiassess.kinds.number import NUMBER
from aiassess.kinds.risks import RISKS
from aiassess.kinds.text import TEXT
from aiassess.model.kind import ByKind, Kind

KINDS: ByKind[Kind] = ByKind(choice=CHOICE, choices=CHOICES, text=TEXT, number=NUMBER, date=DATE, risks=RISKS)
