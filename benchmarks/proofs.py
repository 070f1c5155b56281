"""How long the proofs about each shipped edition take, in seconds of the processor; the worst of a few runs."""

import time

from aiassess.prove.proof import prove
from aiassess.questionnaire.catalog import checked_source
from aiassess.questionnaire.freeze import build_questionnaire
from aiassess.questionnaire.shipped import edition_names

RUNS = 3


def main() -> None:
    """Print the table."""
    for name in edition_names():
        source, _ = checked_source(name)
        questionnaire = build_questionnaire(source.data)
        times = []
        for _ in range(RUNS):
            begin = time.process_time()
            proof = prove(source, questionnaire)
            times.append(time.process_time() - begin)
        print(
            f"{name:14} {max(times):6.1f} s  {len(questionnaire.questions)} questions, {len(proof.problems)} problems"
        )


if __name__ == "__main__":
    main()
