"""How likely rules tell what is asked in such words: learned for fit_ranking.py, computed in the product by tellable.ts.

A logistic model over the runs of one to three characters of a question that the passage ranked first does not have. A run
counts only where several sets over different texts have it: ways of asking, not subjects.
"""

from collections import defaultdict

import numpy
import runs as characters
import torch

LONGEST_RUN = 3
# A run must stand in so many questions, and in questions of so many corpora.
QUESTIONS, CORPORA = 4, 3
DECAY = 0.3


def runs_of(question: str, passage: str) -> set[str]:
    held = characters.letters(passage)
    return {run for run in characters.runs_of(characters.letters(question), LONGEST_RUN) if run not in held}


def fit(runs: list[set[str]], labels: torch.Tensor, corpora: list[str]) -> dict:
    """`runs` as from `runs_of`, a set for each question; `labels` are 1 where the corpus answers."""
    questions, seen = defaultdict(int), defaultdict(set)
    for some, corpus in zip(runs, corpora):
        for run in some:
            questions[run] += 1
            seen[run].add(corpus)
    known = {run: i for i, run in enumerate(sorted(r for r in questions if questions[r] >= QUESTIONS and len(seen[r]) >= CORPORA))}
    inputs = characters.matrix(runs, known, [sum(run in known for run in some) for some in runs])
    weight = torch.zeros(len(known), 1, requires_grad=True)
    shift = torch.zeros(1, requires_grad=True)
    optimiser = torch.optim.LBFGS([weight, shift], max_iter=50)

    def step() -> torch.Tensor:
        optimiser.zero_grad()
        logits = torch.sparse.mm(inputs, weight).squeeze(1) + shift
        loss = torch.nn.functional.binary_cross_entropy_with_logits(logits, labels, reduction="sum") + DECAY / 2 * weight.square().sum()
        loss.backward()
        return loss

    optimiser.step(step)
    values = weight.detach().squeeze(1).tolist()
    return {"runs": {run: round(values[i], 3) for run, i in known.items()}, "shift": round(float(shift), 3)}


def tellable(learned: dict, runs: list[set[str]]) -> numpy.ndarray:
    """The log-odds, as `createTellable` gives them."""
    scores = []
    for some in runs:
        weights = [learned["runs"][run] for run in sorted(some) if run in learned["runs"]]
        scores.append(learned["shift"] + sum(weights) / max(1, len(weights)) ** 0.5)
    return numpy.array(scores)
