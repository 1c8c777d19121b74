"""
A linear reranker over the first hundred of the fused list, with weights learned on questions that the table has not seen.

First stage, over all articles:  dense + 0.1 × words / max words + 0.1 × bigrams / max bigrams + 0.10 if a law + 0.05 if an interpretation
where dense is the cosine and words, bigrams are BM25. The reranker adds the features of FEATURES, each times its weight.
"""

from dataclasses import dataclass

import numpy as np
import torch

from articles import Article
from evaluate import top
from table import embed
from wordpiece import Bags, WordPiece

DEPTH = 100
LEXICAL, LAW, INTERPRETATION = 0.1, 0.10, 0.05
#: dense: cosine. words, bigrams: BM25 over the best of all articles. maxsim: idf-weighted mean, over the question's distinct pieces,
#: of the best cosine with a piece of the article. length: ln(1 + pieces). support: ln(0.1 + sum over the other
#: candidates of the same law of exp(12 (s - best s))), s the first stage. law, interpretation: the kind of norm, 0 or 1.
FEATURES = ["dense", "words", "bigrams", "maxsim", "length", "support", "law", "interpretation"]


@dataclass
class Candidates:
    places: np.ndarray  # of articles, best first by the first stage
    features: np.ndarray  # candidates × FEATURES


class Ranker:
    """What the features need to know of the indexed articles."""

    def __init__(self, table: np.ndarray, pieces: WordPiece, articles: list[Article], bags: Bags):
        self.bags, self.vectors = bags, embed(table, bags)
        self.table = table
        self.units = table / np.linalg.norm(table, axis=1, keepdims=True).clip(1e-9)
        seen = np.zeros(len(table))
        for i in range(len(bags)):
            seen[np.unique(bags[i])] += 1
        spoken = np.array([any(c.isalnum() for c in p) for p in pieces.vocabulary])
        spoken[0] = False
        self.idf = np.log((len(bags) + 1) / (seen + 0.5)) * spoken
        self.laws = [a.law for a in articles]
        self.kinds = np.array([[is_law(a.law), is_interpretation(a.law)] for a in articles], np.float32)
        self.lengths = np.log1p(np.diff(bags.starts))

    def candidates(self, question: np.ndarray, words: np.ndarray, bigrams: np.ndarray, depth: int = DEPTH) -> Candidates:
        """The first `depth` articles for the ids of a question and its BM25 scores over all articles."""
        dense = self.vectors @ embed(self.table, Bags.of([question]))[0]
        words, bigrams = words / (words.max() + 1e-9), bigrams / (bigrams.max() + 1e-9)
        first = dense + LEXICAL * (words + bigrams) + self.kinds @ np.array([LAW, INTERPRETATION], np.float32)
        places = top(first, depth)
        near = np.exp(12 * (first[places] - first[places[0]]))
        law_sum: dict[str, float] = {}
        for place, nearness in zip(places, near):
            law_sum[self.laws[place]] = law_sum.get(self.laws[place], 0) + nearness
        support = [np.log(0.1 + max(0, law_sum[self.laws[p]] - n)) for p, n in zip(places, near)]
        columns = [
            dense[places], words[places], bigrams[places], self._maxsim(question, places), self.lengths[places], support,
            self.kinds[places, 0], self.kinds[places, 1],
        ]
        return Candidates(places, np.stack(columns, axis=1).astype(np.float32))

    def _maxsim(self, question: np.ndarray, places: np.ndarray) -> np.ndarray:
        ids = np.unique(question)
        ids = ids[self.idf[ids] > 0]
        if len(ids) == 0:
            return np.zeros(len(places))
        asked, weight = self.units[ids], self.idf[ids] / self.idf[ids].sum()
        best = [(asked @ self.units[np.unique(self.bags[p])].T).max(axis=1) for p in places]
        return np.array(best) @ weight


def is_law(title: str) -> bool:
    """Passed by the people's congress; a 办法 is not."""
    return title.endswith(("法", "法典")) and not title.endswith("办法")


def is_interpretation(title: str) -> bool:
    return "最高人民" in title


def fit(found: list[Candidates], golds: list[list[int]], penalty: float = 1e-3) -> np.ndarray:
    """Weights under a softmax over each question's candidates; questions whose answer is not among them are skipped."""
    pairs = [(c, np.isin(c.places, g)) for c, g in zip(found, golds)]
    pairs = [(c, y) for c, y in pairs if y.any()]
    stacked = np.concatenate([c.features for c, _ in pairs])
    spread = stacked.std(axis=0) + 1e-6
    x = torch.from_numpy(np.stack([c.features for c, _ in pairs]) / spread)
    y = torch.from_numpy(np.stack([y for _, y in pairs]).astype(np.float32))
    weights = torch.zeros(x.shape[2], requires_grad=True)
    solver = torch.optim.LBFGS([weights], max_iter=100, line_search_fn="strong_wolfe")

    def closure():
        solver.zero_grad()
        chance = torch.log_softmax(x @ weights, dim=1)
        loss = -((chance * y).sum(1) / y.sum(1)).mean() + penalty * (weights**2).sum()
        loss.backward()
        return loss

    solver.step(closure)
    return weights.detach().numpy() / spread


def reorder(found: Candidates, weights: np.ndarray) -> np.ndarray:
    return found.places[np.argsort(-(found.features @ weights), kind="stable")]
