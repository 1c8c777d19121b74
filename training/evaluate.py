"""The fixed measurement: dense, BM25 and fused recall of the held-out questions over the newest national articles."""

import numpy as np

K1, B = 1.2, 0.75


class Bm25:
    """Exact BM25 over lists of term numbers."""

    def __init__(self, documents: list[np.ndarray], terms: int):
        lengths = np.array([len(d) for d in documents], np.float32)
        uniques = [np.unique(d, return_counts=True) for d in documents]
        owner = np.repeat(np.arange(len(documents), dtype=np.int32), [len(u) for u, _ in uniques])
        term = np.concatenate([u for u, _ in uniques])
        count = np.concatenate([c for _, c in uniques]).astype(np.float32)
        order = np.argsort(term, kind="stable")
        self.owner, count = owner[order], count[order]
        self.starts = np.searchsorted(term[order], np.arange(terms + 1))
        frequency = np.diff(self.starts)
        n = len(documents)
        self.idf = np.log(1 + (n - frequency + 0.5) / (frequency + 0.5)).astype(np.float32)
        norm = K1 * (1 - B + B * lengths / lengths.mean())
        self.impact = count * (K1 + 1) / (count + norm[self.owner])
        self.size = n

    def scores(self, query: np.ndarray) -> np.ndarray:
        total = np.zeros(self.size, np.float32)
        for term in query:
            s, e = self.starts[term], self.starts[term + 1]
            total[self.owner[s:e]] += self.idf[term] * self.impact[s:e]
        return total


def number_terms(lists: list[list[str]], known: dict[str, int]) -> list[np.ndarray]:
    """Term numbers; unseen terms join `known`."""
    return [np.array([known.setdefault(t, len(known)) for t in terms], np.int32) for terms in lists]


def bigrams(line: str) -> list[str]:
    """Character bigrams of each stretch of letters and digits in a line of words."""
    stretches, current = [], ""
    for word in line.split():
        for c in word:
            if c.isalnum():
                current += c
            else:
                stretches.append(current)
                current = ""
    stretches.append(current)
    return [s[i : i + 2] for s in stretches for i in range(max(1, len(s) - 1)) if s]


def words(line: str) -> list[str]:
    return [w for w in line.split() if any(c.isalnum() for c in w)]


def standardise(scores: np.ndarray) -> np.ndarray:
    return (scores - scores.mean()) / (scores.std() + 1e-9)


def figures(ranked: list[np.ndarray], golds: list[list[int]]) -> dict[str, float]:
    """Mean recall@10 and @100, share with a gold article in the first 10, and MRR, over questions that have gold."""
    r10, r100, hit, mrr = [], [], [], []
    for order, gold in zip(ranked, golds):
        wanted = set(gold)
        r10.append(len(wanted & set(order[:10].tolist())) / len(wanted))
        r100.append(len(wanted & set(order[:100].tolist())) / len(wanted))
        hit.append(r10[-1] > 0)
        first = next((i for i, place in enumerate(order[:100].tolist(), 1) if place in wanted), None)
        mrr.append(1 / first if first else 0)
    return {"recall@10": np.mean(r10), "recall@100": np.mean(r100), "hit@10": np.mean(hit), "MRR": np.mean(mrr)}


def show(name: str, found: dict[str, float]) -> str:
    return f"{name:32s} " + "  ".join(f"{k} {v:.3f}" for k, v in found.items())


def top(scores: np.ndarray, k: int = 100) -> np.ndarray:
    part = np.argpartition(-scores, k)[:k]
    return part[np.argsort(-scores[part], kind="stable")]
