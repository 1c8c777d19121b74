"""Fits what candidates promise, by which an answer chooses those to look at closely: reads `policy-chat features --promises`, writes the weights.

    training/fit_ranking.sh

One weight a sign, learned from the train questions alone, for the softmax likelihood of the right candidates of a question among all that were found. Deterministic; seconds.
"""

import json
import sys

import numpy
import torch

DISTRICT, DISTRICT_WEIGHT = "chaoyang", 0.3  # there are twice as many of its questions as of all others
DECAY = 1e-4


def main(*files: str) -> None:
    *sources, target = files
    signs, right, weights = [], [], []
    for source in sources:
        part = json.load(open(source, encoding="utf8"))
        names = part["names"]
        for question in part["questions"]:
            if "dev" in question["set"]:
                continue
            signs.append(numpy.array(question["signs"], dtype="float32"))
            right.append(numpy.array(question["right"], dtype="float32"))
            weights.append(DISTRICT_WEIGHT if DISTRICT in question["set"] else 1.0)
    owner = torch.cat([torch.full((len(some),), i) for i, some in enumerate(right)])
    rows, rightful, per_question = torch.tensor(numpy.concatenate(signs)), torch.tensor(numpy.concatenate(right)), torch.tensor(weights)
    weight = torch.zeros(len(names), requires_grad=True)
    optimiser = torch.optim.LBFGS([weight], max_iter=200, line_search_fn="strong_wolfe")

    def step() -> torch.Tensor:
        optimiser.zero_grad()
        scores = rows @ weight
        mass = (scores - scores.max().detach()).exp()
        everything = torch.zeros(len(weights)).index_add(0, owner, mass)
        taken = torch.zeros(len(weights)).index_add(0, owner, mass * rightful)
        losses = -(taken / everything + 1e-12).log()
        loss = (losses * per_question).sum() / per_question.sum() + DECAY * weight.square().sum()
        loss.backward()
        return loss

    loss = optimiser.step(step)
    print(f"promise: {len(weights)} questions, {float(loss):.4f} nats a question at first, {float(step()):.4f} now")
    with open(target, "w", encoding="utf8") as file:
        json.dump({name: round(float(value), 3) for name, value in zip(names, weight)}, file, indent=2)
        file.write("\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
