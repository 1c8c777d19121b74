"""
Learns the reranker's weights from what the product's retrieval finds (candidates.mjs), and writes ranking.json.

    python3 training/fit_reranker.py --out models/zh-policy-static-4 --learn FILE… [--only FEATURE…] [--test FILE…]

With --only the other weights stay as OUT/ranking.json has them. Every question counts the same; one without an answer among its candidates teaches nothing and is passed over.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch

from export import write_sums

#: As RANKING_FEATURES in src/embedding/ranking-weights.ts. dense: cosine. bigrams: BM25 divided by the best of all candidates.
#: maxsim: idf-weighted mean, over the question's distinct pieces, of the best cosine with a piece of the row. length: ln(1 + pieces).
#: support: ln(0.1 + sum over the other candidates of the same document of exp(12 (s - best s))), s the first stage.
#: law, interpretation, local: the kind of norm, 0 or 1. longRow: how well the whole document fits, for long rows (document-fit.ts).
FEATURES = ["dense", "bigrams", "maxsim", "length", "support", "law", "interpretation", "local", "longRow"]
PENALTY = 1e-3


def read(path: Path) -> list[tuple[np.ndarray, np.ndarray]]:
    """Features (candidates × FEATURES) and 1 for each candidate that answers, of every question."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [(np.array(r["rows"], np.float32).reshape(-1, len(FEATURES)), np.array(r["gold"], np.float32)) for r in records]


def fit(questions: list[tuple[np.ndarray, np.ndarray]], kept: np.ndarray, free: np.ndarray) -> np.ndarray:
    """Weights under a softmax over each question's candidates; those that are not free are kept."""
    taught = [(x, y) for x, y in questions if y.any()]
    spread = np.concatenate([x for x, _ in taught]).std(axis=0) + 1e-6
    longest = max(len(y) for _, y in taught)
    rows = torch.zeros(len(taught), longest, len(FEATURES))
    gold, absent = torch.zeros(len(taught), longest), torch.full((len(taught), longest), -1e9)
    for at, (x, y) in enumerate(taught):
        rows[at, : len(y)], gold[at, : len(y)], absent[at, : len(y)] = torch.from_numpy(x / spread), torch.from_numpy(y), 0
    fixed = rows @ torch.from_numpy(np.where(free, 0, kept * spread).astype(np.float32))
    mask = torch.from_numpy(free.astype(np.float32))
    weights = torch.zeros(len(FEATURES), requires_grad=True)
    solver = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")

    def closure():
        solver.zero_grad()
        chance = torch.log_softmax(rows @ (weights * mask) + fixed + absent, dim=1)
        loss = -((chance * gold).sum(1) / gold.sum(1)).mean() + PENALTY * (weights**2).sum()
        loss.backward()
        return loss

    solver.step(closure)
    return np.where(free, weights.detach().numpy() / spread, kept)


def figures(questions: list[tuple[np.ndarray, np.ndarray]], weights: np.ndarray) -> dict[str, float]:
    """Share of questions with an answer at rank 1 and among the first 10, and the mean of 1 / rank of the first; rows as they stand."""
    firsts = []
    for x, y in questions:
        order = y[np.argsort(-(x @ weights), kind="stable")] if len(y) else y
        firsts.append(int(order.argmax()) + 1 if order.any() else np.inf)
    ranks = np.array(firsts)
    return {"hit@1": (ranks == 1).mean(), "hit@10": (ranks <= 10).mean(), "MRR": (1 / ranks).mean()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--learn", type=Path, nargs="+", required=True)
    parser.add_argument("--only", choices=FEATURES, nargs="+", default=FEATURES)
    parser.add_argument("--test", type=Path, nargs="*", default=[])
    args = parser.parse_args()
    torch.set_num_threads(1)
    sets = {path: read(path) for path in [*args.learn, *args.test]}
    known = json.loads((args.out / "ranking.json").read_text()) if (args.out / "ranking.json").exists() else {}
    kept = np.array([known.get(name, 0.0) for name in FEATURES])
    free = np.array([name in args.only for name in FEATURES])
    weights = fit([question for path in args.learn for question in sets[path]], kept, free)
    for path, questions in sets.items():
        print(path.name, len(questions), {name: round(float(value), 3) for name, value in figures(questions, weights).items()})
    ranking = {name: round(float(weight), 4) for name, weight in zip(FEATURES, weights)}
    (args.out / "ranking.json").write_text(json.dumps(ranking, indent=2) + "\n")
    write_sums(args.out)


if __name__ == "__main__":
    main()
