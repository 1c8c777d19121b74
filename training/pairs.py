"""Training pairs without the dev questions, and batches drawn from them."""

import json
import lzma

import numpy as np

from questions import Question, question_key
from wordpiece import Bags


def read_pairs(path: str, questions: list[Question]) -> list[dict]:
    """Pairs of the file; those whose query is a dev question, or contains one, are left out."""
    held_out = {question_key(q.text) for q in questions if q.dev}
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        return [p for p in map(json.loads, lines) if not _is_held_out(p, held_out)]


def _is_held_out(pair: dict, held_out: set[str]) -> bool:
    key = question_key(pair["query"])
    return key in held_out or (pair["source"] == "stard" and any(h in key or key in h for h in held_out))


class Sampler:
    """Batches of one source each; a source is drawn by its size to a power, times its weight."""

    def __init__(self, sources, queries: Bags, documents: Bags, size=1024, power=0.75, weights=None, seed=1, drop=0.0):
        self.queries, self.documents, self.size, self.drop = queries, documents, size, drop
        self.random = np.random.default_rng(seed)
        self.names = sorted(set(sources))
        array = np.array(sources)
        self.members = {name: np.flatnonzero(array == name) for name in self.names}
        odds = np.array([len(self.members[n]) ** power * (weights or {}).get(n, 1.0) for n in self.names])
        self.odds = odds / odds.sum()
        self.left = {name: np.zeros(0, np.int64) for name in self.names}

    def __call__(self, step: int):
        name = self.names[self.random.choice(len(self.names), p=self.odds)]
        size = min(self.size, len(self.members[name]))
        if len(self.left[name]) < size:
            self.left[name] = self.random.permutation(self.members[name])
        places, self.left[name] = self.left[name][:size], self.left[name][size:]
        queries, documents = self.queries.take(places), self.documents.take(places)
        # The same article, or the same question, stands in many pairs: such a one is no negative.
        same = _same(documents) | _same(queries)
        np.fill_diagonal(same, False)
        if self.drop:
            queries, documents = self._thin(queries), self._thin(documents)
        return queries, documents, same

    def _thin(self, bags: Bags) -> Bags:
        lists = []
        for i in range(len(bags)):
            ids = bags[i]
            kept = ids[self.random.random(len(ids)) >= self.drop]
            lists.append(kept if len(kept) > 2 else ids)
        return Bags.of(lists)


def _same(bags: Bags) -> np.ndarray:
    keys = np.array([hash(bags[i].tobytes()) for i in range(len(bags))])
    return keys[:, None] == keys[None, :]
