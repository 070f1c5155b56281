"""Entries of the risk register and the scale that they are rated on (docs/answers-format.md)."""

from dataclasses import dataclass

RATING_HIGHEST = 5
"""Likelihood and consequence of a risk are rated from 1 to this."""


@dataclass(frozen=True, slots=True)
class Risk:
    """An entry of the risk register; ratings from 1 to ``RATING_HIGHEST``."""

    title: str
    likelihood: int
    consequence: int
    treatment: str | None = None
    residual_likelihood: int | None = None
    residual_consequence: int | None = None
    owner: str | None = None
    due: str | None = None

    @property
    def inherent_rating(self) -> int:
        """Likelihood x consequence before treatment, 1-25."""
        return self.likelihood * self.consequence

    @property
    def rating(self) -> int:
        """Residual likelihood x residual consequence if both are rated, else the inherent rating, 1-25."""
        if self.residual_likelihood is None or self.residual_consequence is None:
            return self.inherent_rating
        return self.residual_likelihood * self.residual_consequence
