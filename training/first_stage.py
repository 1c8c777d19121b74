"""
The first stage of the product's ranking, over all articles: cosine + 0.2 × bigrams / max bigrams + 0.15 if a law + 0.05 if an
interpretation, where bigrams is BM25. The product adds -0.2 for what holds in one place only, which is not measured here:
the articles of this measurement are national. Its second stage is learned by fit_reranker.py.
"""

import numpy as np

from articles import Article

BIGRAMS, LAW, INTERPRETATION = 0.2, 0.15, 0.05


def kinds_of(articles: list[Article]) -> np.ndarray:
    """What the kind of norm adds to each article's score."""
    return np.array([LAW * is_law(a.law) + INTERPRETATION * is_interpretation(a.law) for a in articles], np.float32)


def first_scores(dense: np.ndarray, bigrams: np.ndarray, kinds: np.ndarray) -> np.ndarray:
    return dense + BIGRAMS * bigrams / (bigrams.max() + 1e-9) + kinds


def is_law(title: str) -> bool:
    """Passed by the people's congress; a 办法 is not."""
    return title.endswith(("法", "法典")) and not title.endswith("办法")


def is_interpretation(title: str) -> bool:
    return "最高人民" in title
