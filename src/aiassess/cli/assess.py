"""``aiassess assess``."""


def assess() -> int:
    return 0
