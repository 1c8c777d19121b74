"""Runs of characters, as src/answering/words/character-runs.ts gives them, and rows of them to learn from."""

import re

import torch

NO_LETTER = re.compile(r"[\W_]")


def letters(text: str) -> str:
    return NO_LETTER.sub("", text)


def runs_of(text: str, longest: int) -> set[str]:
    return {text[at : at + n] for n in range(1, longest + 1) for at in range(len(text) - n + 1)}


def matrix(runs: list[set[str]], known: dict[str, int], counts: list[int]) -> torch.Tensor:
    """A row for each text: its known runs, each by one over the root of the text's count."""
    rows, columns, values = [], [], []
    for row, some in enumerate(runs):
        places = sorted(known[run] for run in some if run in known)
        rows += [row] * len(places)
        columns += places
        values += [max(1, counts[row]) ** -0.5] * len(places)
    return torch.sparse_coo_tensor([rows, columns], torch.tensor(values), (len(runs), len(known)))
