"""Fits what no question on rules is: reads question sets, writes src/answering/question/screening.json.

    python3 training/screening.py src/answering/question/screening.json evals/screen.train.jsonl evals/chaoyang.train.jsonl …

A logistic model of three classes (fair, unsafe, off topic) over the runs of one and two characters of a question, its ends marked.
Of question sets the reasons of refusal tell the class; sets over regulations name none, so of them only questions with an
answer are read. Prints how it does on held-out questions (five-fold). A minute.
"""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import runs as characters
import torch

CLASSES = ("fair", "unsafe", "off_topic")
LONGEST_RUN = 2
# A run must stand in so many questions.
QUESTIONS = 2
DECAY = 0.03
# Weights below this, of both classes, are left out.
LEAST = 0.2
# What a fair question of a question set weighs beside a message: there are ten times as many, and they are asked more formally.
FORMAL = 0.1
FOLDS = 5


def class_of(line: dict) -> int | None:
    if "label" in line:
        return CLASSES.index(line["label"])
    if line["answerable"]:
        return 0
    reasons = [line["reason"]] if isinstance(line.get("reason"), str) else line.get("reason")
    if reasons is None:
        return None
    return next((CLASSES.index(name) for name in CLASSES[1:] if name in reasons), 0)


def weight_of(line: dict, label: int) -> float:
    return FORMAL if label == 0 and "label" not in line else 1.0


def normalised(texts: list[str]) -> list[str]:
    """By the product's own normaliser."""
    lines = "\n".join(json.dumps(text, ensure_ascii=False) for text in texts)
    program = Path(__file__).with_name("normalise.mjs")
    done = subprocess.run(["node", str(program)], input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def runs_of(text: str) -> set[str]:
    """With the ends marked, which say something only beside a character."""
    return characters.runs_of(f"^{characters.letters(text)}$", LONGEST_RUN) - {"^", "$"}


def matrix(runs: list[set[str]], known: dict[str, int]) -> torch.Tensor:
    return characters.matrix(runs, known, [len(some) for some in runs])


def fit(runs: list[set[str]], labels: torch.Tensor, weighs: torch.Tensor) -> tuple[dict[str, int], torch.Tensor, torch.Tensor]:
    """Known runs, and of each class but the first its weights and shift, as log-odds against the first."""
    questions = Counter(run for some in runs for run in some)
    known = {run: i for i, run in enumerate(sorted(run for run, count in questions.items() if count >= QUESTIONS))}
    inputs = matrix(runs, known)
    weight = torch.zeros(len(known), len(CLASSES), requires_grad=True)
    shift = torch.zeros(len(CLASSES), requires_grad=True)
    optimiser = torch.optim.LBFGS([weight, shift], max_iter=80)

    def step() -> torch.Tensor:
        optimiser.zero_grad()
        logits = torch.sparse.mm(inputs, weight) + shift
        losses = torch.nn.functional.cross_entropy(logits, labels, reduction="none")
        loss = (weighs * losses).sum() + DECAY / 2 * weight.square().sum()
        loss.backward()
        return loss

    optimiser.step(step)
    return known, (weight[:, 1:] - weight[:, :1]).detach(), (shift[1:] - shift[:1]).detach()


def shares(learned: tuple[dict[str, int], torch.Tensor, torch.Tensor], runs: list[set[str]]) -> torch.Tensor:
    known, weight, shift = learned
    odds = torch.sparse.mm(matrix(runs, known), weight) + shift
    return torch.cat([torch.zeros(len(runs), 1), odds], 1).softmax(1)


def main(target: str, *sources: str) -> None:
    torch.set_num_threads(2)
    torch.manual_seed(0)
    lines = [json.loads(line) for source in sources for line in open(source, encoding="utf8")]
    classed = [(line, class_of(line)) for line in lines]
    kept = [(line["question"], label, weight_of(line, label)) for line, label in classed if label is not None]
    runs = [runs_of(text) for text in normalised([question for question, *_ in kept])]
    labels = torch.tensor([label for _, label, _ in kept])
    weighs = torch.tensor([weight for *_, weight in kept])

    held = torch.zeros(len(runs), len(CLASSES))
    for fold in range(FOLDS):
        test = torch.arange(len(runs)) % FOLDS == fold
        learned = fit([r for i, r in enumerate(runs) if not test[i]], labels[~test], weighs[~test])
        held[test] = shares(learned, [r for i, r in enumerate(runs) if test[i]])
    for at, name in enumerate(CLASSES[1:], 1):
        said = held[:, at] >= 0.5
        print(
            f"{name}: {int((said & (labels == at)).sum())} of {int((labels == at).sum())} known, "
            f"{int((said & (labels == 0)).sum())} of {int((labels == 0).sum())} fair ones taken for it (5-fold)"
        )

    known, weight, shift = fit(runs, labels, weighs)
    rounded = lambda values: [round(float(value), 2) for value in values]
    heavy = {run: rounded(weight[i]) for run, i in known.items() if float(weight[i].abs().max()) >= LEAST}
    with open(target, "w", encoding="utf8") as file:
        json.dump({"runs": heavy, "shift": rounded(shift)}, file, ensure_ascii=False, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
