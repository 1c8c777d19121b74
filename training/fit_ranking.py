"""Fits how answers are ranked and refused: reads `policy-chat features`, writes src/answering/weights.json.

    training/fit_ranking.sh

Ranking: the mean of a few small networks (signs → tanh → score), each trained on the listwise softmax loss (the probability mass
of the right candidates of a question), and boosted trees (LambdaMART) over the signs and how many candidates of the question have
more of each. Decision: networks over the best candidate's signs and its lead, and trees over these, their standing among the
candidates and what all candidates reach; one for "the corpus answers this at all", one for "this place is right" (the confidence).
The threshold of the first and the calibration of the second are set on the dev questions with rankings and decisions that have
not seen them: training questions are harder than people's, so that a threshold set on them would refuse too little. Only
training questions and dev halves go in. Deterministic; some quarter of an hour.
"""

import json
import sys
from collections import Counter

import lightgbm
import numpy
import torch

HIDDEN = 48
SEEDS = (0, 1, 2)
RANKING = {"steps": 200, "rate": 0.02, "decay": 0.3}
DECISION_HIDDEN = 32
DECISION = {"steps": 300, "rate": 0.01, "decay": 3.0}
TREES = {
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "deterministic": True,
    "force_col_wise": True,
    "num_threads": 1,
    "seed": 0,
    "verbose": -1,
}
RANKING_TREES = {
    **TREES,
    "objective": "lambdarank",
    "lambdarank_truncation_level": 5,
    "num_leaves": 15,
    "learning_rate": 0.05,
    "min_data_in_leaf": 30,
    "feature_fraction": 0.5,
    "lambda_l2": 5.0,
}
RANKING_ROUNDS = 400
DECISION_TREES = {
    **TREES,
    "objective": "binary",
    "num_leaves": 7,
    "learning_rate": 0.04,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.4,
    "lambda_l2": 10.0,
}
DECISION_ROUNDS = 200
# Signs so close are the same (`SAME` in among.ts).
SAME = 1e-6
# Laws and district documents are ranked and refused by different signs; the product is for the latter first, and they are fewer.
DISTRICT, DISTRICT_WEIGHT = "chaoyang", 2.0
FOLDS = 5
# Share of the answerable dev questions, by what has not seen them. What ships has seen more and refuses
# less; the bar that the project set itself is 2 %.
FALSE_REFUSALS = 0.04


class Learned:
    """The mean of networks over the first inputs, and trees over all of them."""

    def __init__(self, networks: list[torch.nn.Module], trees: lightgbm.Booster) -> None:
        self.networks, self.trees = networks, trees
        self.width = networks[0][0].in_features

    def score(self, rows: numpy.ndarray) -> torch.Tensor:
        by_networks = scores_of(self.networks, torch.tensor(rows[:, : self.width]).float())
        return by_networks.double() + torch.tensor(self.trees.predict(rows, raw_score=True))


def ranking_network(width: int) -> torch.nn.Module:
    return torch.nn.Sequential(torch.nn.Linear(width, HIDDEN), torch.nn.Tanh(), torch.nn.Linear(HIDDEN, 1, bias=False))


def weight_of(question: dict) -> float:
    return DISTRICT_WEIGHT if DISTRICT in question["set"] else 1.0


def fit_ranking(questions: list[dict]) -> Learned:
    """Questions without a right candidate teach nothing."""
    taught = [q for q in questions if q["right"].any()]
    return Learned(fit_ranking_networks(taught), fit_ranking_trees(taught))


def fit_ranking_trees(taught: list[dict]) -> lightgbm.Booster:
    data = lightgbm.Dataset(
        numpy.concatenate([q["rows"] for q in taught]),
        numpy.concatenate([q["right"].numpy().astype(int) for q in taught]),
        group=[len(q["rows"]) for q in taught],
        weight=numpy.concatenate([numpy.full(len(q["rows"]), weight_of(q)) for q in taught]),
    )
    return lightgbm.train(RANKING_TREES, data, RANKING_ROUNDS)


def fit_ranking_networks(taught: list[dict]) -> list[torch.nn.Module]:
    features = torch.cat([q["features"] for q in taught])
    right = torch.cat([q["right"] for q in taught]).float()
    owner = torch.cat([torch.full((len(q["right"]),), i) for i, q in enumerate(taught)])
    weights = torch.tensor([weight_of(q) for q in taught])
    networks = []
    for seed in SEEDS:
        torch.manual_seed(seed)
        network = ranking_network(features.shape[1])
        optimiser = torch.optim.AdamW(network.parameters(), lr=RANKING["rate"], weight_decay=RANKING["decay"])
        for _ in range(RANKING["steps"]):
            optimiser.zero_grad()
            scores = network(features).squeeze(1)
            mass = (scores - scores.max().detach()).exp()
            everything = torch.zeros(len(taught)).index_add(0, owner, mass)
            rightful = torch.zeros(len(taught)).index_add(0, owner, mass * right)
            losses = -(rightful / everything + 1e-9).log()
            ((losses * weights).sum() / weights.sum()).backward()
            optimiser.step()
        networks.append(network)
    return networks


def scores_of(networks: list[torch.nn.Module], features: torch.Tensor) -> torch.Tensor:
    with torch.no_grad():
        return sum(network(features).squeeze(1) for network in networks) / len(networks)


def with_ranks(signs: numpy.ndarray) -> numpy.ndarray:
    """Candidates by signs, and for each sign how many candidates have more of it (`ranksAmong`)."""
    ranks = (signs[None, :, :] > signs[:, None, :] + SAME).sum(1)
    return numpy.concatenate([signs, ranks], 1)


def decision_row(question: dict, scores: torch.Tensor) -> numpy.ndarray:
    """What `decisionInputs` of confidence.ts gives, for candidates ranked by these scores."""
    order = scores.argsort(descending=True, stable=True).tolist()
    best = order[0]
    name = question["ids"][best]
    nested = lambda other: other == name or other.startswith(name + "__") or name.startswith(other + "__")
    elsewhere = next((i for i in order if not nested(question["ids"][i])), None)
    lead = 2.0 if elsewhere is None else min(2.0, float(scores[best] - scores[elsewhere]))
    rows = question["rows"]
    width = rows.shape[1] // 2
    signs, ranks = rows[:, :width], rows[best, width:]
    others = numpy.delete(signs, best, 0)
    leads = signs[best] - others.max(0) if len(others) else numpy.zeros(width)
    share = float(scores.softmax(0)[best])
    return numpy.concatenate(
        [[lead], signs[best], leads, ranks, [float(scores[best]), share, len(signs)], signs.max(0), signs.mean(0)]
    )


def fit_decision(rows: numpy.ndarray, labels: torch.Tensor, weights: torch.Tensor, width: int) -> Learned:
    """`width`: how many inputs the networks see."""
    networks = fit_decision_networks(torch.tensor(rows[:, :width]).float(), labels, weights)
    data = lightgbm.Dataset(rows, labels.numpy(), weight=weights.numpy())
    return Learned(networks, lightgbm.train(DECISION_TREES, data, DECISION_ROUNDS))


def fit_decision_networks(rows: torch.Tensor, labels: torch.Tensor, weights: torch.Tensor) -> list[torch.nn.Module]:
    """Networks over raw rows: they learn on standardised ones, and the scaling is folded into their first layer."""
    mean, deviation = rows.mean(0), rows.std(0).clamp(min=1e-3)
    networks = []
    for seed in SEEDS:
        torch.manual_seed(seed)
        network = torch.nn.Sequential(torch.nn.Linear(rows.shape[1], DECISION_HIDDEN), torch.nn.Tanh(), torch.nn.Linear(DECISION_HIDDEN, 1))
        optimiser = torch.optim.AdamW(network.parameters(), lr=DECISION["rate"], weight_decay=DECISION["decay"])
        for _ in range(DECISION["steps"]):
            optimiser.zero_grad()
            logits = network((rows - mean) / deviation).squeeze(1)
            torch.nn.functional.binary_cross_entropy_with_logits(logits, labels, weight=weights).backward()
            optimiser.step()
        with torch.no_grad():
            network[0].weight.div_(deviation)
            network[0].bias.sub_(network[0].weight @ mean)
        networks.append(network)
    return networks


def scaling(logits: torch.Tensor, labels: torch.Tensor) -> tuple[float, float]:
    """Logistic calibration: the scale and shift with which logits that have not seen their questions fit best."""
    scale, shift = torch.ones(1, requires_grad=True), torch.zeros(1, requires_grad=True)
    optimiser = torch.optim.LBFGS([scale, shift], max_iter=100)

    def step() -> torch.Tensor:
        optimiser.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(scale * logits + shift, labels)
        loss.backward()
        return loss

    optimiser.step(step)
    return float(scale), float(shift)


def to_json(learned: Learned) -> dict:
    return {
        "networks": [
            {
                "hidden": shortened(n[0].weight),
                "bias": shortened(n[0].bias),
                "output": shortened(n[2].weight),
                "shift": 0 if n[2].bias is None else round(float(n[2].bias), 4),
            }
            for n in learned.networks
        ],
        "trees": flattened(learned.trees),
    }


def shortened(tensor: torch.Tensor) -> list[float]:
    return [round(v, 4) for v in tensor.detach().flatten().tolist()]


def flattened(booster: lightgbm.Booster) -> dict:
    """The nodes of all trees in one row, as trees.ts reads them: each tree in preorder."""
    flat = {"roots": [], "input": [], "value": [], "other": []}

    def add(node: dict) -> None:
        at = len(flat["input"])
        is_leaf = "leaf_value" in node
        flat["input"].append(-1 if is_leaf else node["split_feature"])
        flat["value"].append(float(f"{node['leaf_value' if is_leaf else 'threshold']:.6g}"))
        flat["other"].append(0)
        if not is_leaf:
            add(node["left_child"])
            flat["other"][at] = len(flat["input"])
            add(node["right_child"])

    for tree in booster.dump_model()["tree_info"]:
        flat["roots"].append(len(flat["input"]))
        add(tree["tree_structure"])
    return flat


def main(*files: str) -> None:
    *sources, target = files
    torch.set_num_threads(2)
    parts = [json.load(open(source, encoding="utf8")) for source in sources]
    data = {**parts[0], "questions": [question for part in parts for question in part["questions"]]}
    questions = [q for q in data["questions"] if q["candidates"]]
    for question in questions:
        # In no order that weights of before have made.
        question["candidates"].sort(key=lambda c: (c["id"], c["passage"]))
        signs = numpy.array([c["features"] for c in question["candidates"]])
        question["rows"] = with_ranks(signs)
        question["features"] = torch.tensor(signs).float()
        question["right"] = torch.tensor([c["right"] for c in question["candidates"]])
        question["ids"] = [c["id"] for c in question["candidates"]]

    # Held-out scores of every question, so that the decision is learned on rankings as good as unseen ones.
    held, first, answerable_count = [None] * len(questions), Counter(), Counter()
    for fold in range(FOLDS):
        ranking = fit_ranking([q for i, q in enumerate(questions) if i % FOLDS != fold])
        for i, question in enumerate(questions):
            if i % FOLDS == fold:
                held[i] = ranking.score(question["rows"])
                answerable_count[question["set"]] += bool(question["right"].any())
                first[question["set"]] += bool(question["right"][held[i].argmax()])
    print(f"ranking: first candidate right {first.total()} of {answerable_count.total()} (5-fold)")
    print(", ".join(f"{name} {count} of {answerable_count[name]}" for name, count in first.items()), flush=True)

    rows = numpy.stack([decision_row(q, held[i]) for i, q in enumerate(questions)])
    width = 1 + len(data["names"])
    answerable = torch.tensor([float(q["answerable"]) for q in questions])
    right = torch.tensor([float(q["right"][held[i].argmax()]) for i, q in enumerate(questions)])
    weights = torch.tensor([weight_of(q) for q in questions])
    unseen, unseen_right = torch.zeros(len(questions)).double(), torch.zeros(len(questions)).double()
    for fold in range(FOLDS):
        test = torch.arange(len(questions)) % FOLDS == fold
        learn = lambda labels: fit_decision(rows[~test.numpy()], labels[~test], weights[~test], width)
        unseen[test] = torch.sigmoid(learn(answerable).score(rows[test.numpy()]))
        unseen_right[test] = learn(right).score(rows[test.numpy()])
    is_dev = torch.tensor(["dev" in q["set"] for q in questions])
    # The share is one of all answerable questions, those among them that are settled without a search and never refused.
    settled = sum(count for part in parts for name, count in part["settled"].items() if "dev" in name)
    waiting = unseen[is_dev & (answerable == 1)].sort().values
    threshold = float(waiting[int(FALSE_REFUSALS * (len(waiting) + settled))])
    for name, chosen in (("dev", is_dev), ("training", ~is_dev)):
        asked, unanswerable = chosen & (answerable == 1), chosen & (answerable == 0)
        print(
            f"decision: threshold {threshold:.3f}, {name}: refused {int((unseen[unanswerable] < threshold).sum())} of {int(unanswerable.sum())}, "
            f"falsely {int((unseen[asked] < threshold).sum())} of {int(asked.sum())} (5-fold)"
        )

    answered = is_dev & (unseen >= threshold)
    scale, shift = scaling(unseen_right[answered].float(), right[answered])
    print(f"confidence: logits times {scale:.2f} and {shift:+.2f} on the dev questions that are answered")

    fitted = {
        "features": data["names"],
        "ranking": to_json(fit_ranking(questions)),
        "threshold": round(threshold, 4),
        "answerable": to_json(fit_decision(rows, answerable, weights, width)),
        "confidence": to_json(fit_decision(rows, right, weights, width)),
        "calibration": {"scale": round(scale, 4), "shift": round(shift, 4)},
    }
    with open(target, "w", encoding="utf8") as file:
        json.dump(fitted, file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
