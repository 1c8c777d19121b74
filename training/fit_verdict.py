"""Fits when the modal of a passage may stand before it as the answer to a yes/no question: reads what `verdicts.mjs` writes, writes the weights.

    node training/verdicts.mjs --index DIR --held-out DIR --out signs.json
    python3 training/fit_verdict.py signs.json src/answering/ranking/verdict.json

A logistic model over a few signs, learned from 1,203 questions of train and dev sets with the passage that answers them, which two readers judged
(`judged-verdicts.jsonl`; where they differ no word is right). Prints what it does for passages that it was not learned from. Deterministic; seconds.
"""

import json
import sys
from hashlib import sha256

import numpy
import torch

DECAY = 0.3
PRECISION = 0.90  # so many of the words that are shown before left-out passages are right
FOLDS = 5


def fit(signs: numpy.ndarray, right: numpy.ndarray) -> tuple[numpy.ndarray, float]:
    inputs, labels = torch.tensor(signs), torch.tensor(right)
    weight, shift = torch.zeros(signs.shape[1], dtype=torch.double, requires_grad=True), torch.zeros(1, dtype=torch.double, requires_grad=True)
    optimiser = torch.optim.LBFGS([weight, shift], max_iter=300, line_search_fn="strong_wolfe")

    def step() -> torch.Tensor:
        optimiser.zero_grad()
        losses = torch.nn.functional.binary_cross_entropy_with_logits(inputs @ weight + shift, labels, reduction="sum")
        loss = losses + DECAY / 2 * weight.square().sum()
        loss.backward()
        return loss

    optimiser.step(step)
    return weight.detach().numpy(), float(shift)


def left_out(question: dict) -> str:
    """What a question is left out with: its set, or of the district's, which are half of all, a fifth of the passages."""
    return question["set"] if "chaoyang" not in question["set"] else f"chaoyang {int(sha256(question['passage'].encode()).hexdigest(), 16) % FOLDS}"


def main(source: str, target: str) -> None:
    read = json.load(open(source, encoding="utf8"))
    questions = [q for q in read["questions"] if q["right"] is not None]
    signs = numpy.array([q["signs"] for q in questions], dtype=float)
    right = numpy.array([q["right"] for q in questions], dtype=float)
    parts = numpy.array([left_out(q) for q in questions])
    scores = numpy.zeros(len(right))
    for part in sorted(set(parts)):
        out = parts == part
        weight, shift = fit(signs[~out], right[~out])
        scores[out] = signs[out] @ weight + shift
    order = numpy.argsort(-scores, kind="stable")
    share = numpy.cumsum(right[order]) / numpy.arange(1, len(right) + 1)
    shown = int(numpy.nonzero(share >= PRECISION)[0].max()) + 1
    least = float(scores[order[shown - 1]])
    decided = sum(q["isDecided"] for q in read["questions"])
    print(f"{len(read['questions'])} questions, {decided} decided by a word: from {least:.2f} on {shown} are shown one, {share[shown - 1]:.3f} of them the right one")
    for part in sorted(set(parts)):
        some = (parts == part) & (scores >= least)
        print(f"  {part}: {int(some.sum())} shown, {int(right[some].sum())} right")
    weight, shift = fit(signs, right)
    fitted = {"signs": {name: round(float(value), 3) for name, value in zip(read["names"], weight)}, "shift": round(shift, 3), "least": round(least, 2)}
    with open(target, "w", encoding="utf8") as file:
        json.dump(fitted, file, ensure_ascii=False, indent=2)
        file.write("\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
