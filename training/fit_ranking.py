"""Fits how answers are ranked and refused: reads `policy-chat features`, writes the weights.

    training/fit_ranking.sh

Ranking: the mean of a few small networks (signs → tanh → score), each trained on the listwise softmax loss (the probability mass
of the right candidates of a question), and boosted trees (LambdaMART) over the signs and how many candidates of the question have
more of each. Decision: networks over the best candidate's signs, its lead and what wordings it lacks (wordings.py), and trees over
these, their standing among the candidates and what all candidates reach; one for "the corpus answers this at all", one for "it
deals with the subject of what it does not answer", one for "this place is right" (the confidence).

The calibration of the last is set on the dev halves, which people might have asked, by what has learned from the training questions
alone; that is written to the second file, for calibrate.py to see what the product answers with it.
What ships has learned from the dev halves too. Deterministic; some ten minutes.
"""

import json
import sys
from collections import Counter

import lightgbm
import numpy
import torch
import wordings

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
# Questions that an article answers or only seems to answer: nearly as many as the district's, and of other texts, so that they weigh half in the decision.
NEAR_MISSES, NEAR_MISS_WEIGHT = "near-misses", 0.5
ONE_OF = {"no_basis", "not_in_corpus"}
# Few questions are written about what the corpus has nothing of; people ask as many.
ABSENT_WEIGHT = 2.0
# Signs so close are the same (`SAME` in among.ts).
SAME = 1e-6
DISTRICT, DISTRICT_DEV = "chaoyang", "chaoyang.dev"
FOLDS = 5
# From this probability on the corpus is held to answer. Chosen by asking the whole program, which refuses by rules as well, with what
# has not learned from them: most checks passed over dev, calibration, fresh, laws dev and regulations 9, less than 2 % of the district's refused falsely (NOTES.md).
THRESHOLD = 0.2


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


def fit_ranking(questions: list[dict]) -> Learned:
    """Questions without a right candidate teach nothing."""
    taught = [q for q in questions if q["right"].any()]
    return Learned(fit_ranking_networks(taught), fit_ranking_trees(taught))


def fit_ranking_trees(taught: list[dict]) -> lightgbm.Booster:
    data = lightgbm.Dataset(
        numpy.concatenate([q["rows"] for q in taught]),
        numpy.concatenate([q["right"].numpy().astype(int) for q in taught]),
        group=[len(q["rows"]) for q in taught],
    )
    return lightgbm.train(RANKING_TREES, data, RANKING_ROUNDS)


def fit_ranking_networks(taught: list[dict]) -> list[torch.nn.Module]:
    features = torch.cat([q["features"] for q in taught])
    right = torch.cat([q["right"] for q in taught]).float()
    owner = torch.cat([torch.full((len(q["right"]),), i) for i, q in enumerate(taught)])
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
            losses.mean().backward()
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


def decision_row(question: dict, scores: torch.Tensor, tellable: float) -> numpy.ndarray:
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
        [[tellable, lead], signs[best], leads, ranks, [float(scores[best]), share, len(signs)], signs.max(0), signs.mean(0)]
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


def load(sources: list[str]) -> tuple[list[str], list[dict]]:
    """The names of the signs and the questions that have candidates."""
    parts = [json.load(open(source, encoding="utf8")) for source in sources]
    questions = [q for part in parts for q in part["questions"] if q["candidates"]]
    for question in questions:
        # In no order that weights of before have made.
        question["candidates"].sort(key=lambda c: (c["id"], c["passage"]))
        signs = numpy.array([c["features"] for c in question["candidates"]])
        question["rows"] = with_ranks(signs)
        question["features"] = torch.tensor(signs).float()
        question["right"] = torch.tensor([c["right"] and question["answerable"] for c in question["candidates"]])
        # Of a near miss, which places only seem to answer it (near_misses.py).
        question["seeming"] = [c["right"] and not question["answerable"] for c in question["candidates"]]
        question["ids"] = [c["id"] for c in question["candidates"]]
    return parts[0]["names"], questions


def area(above: torch.Tensor, below: torch.Tensor) -> float:
    """Share of pairs in order."""
    order = torch.cat([above, below]).argsort().argsort().double() + 1
    return float((order[: len(above)].sum() - len(above) * (len(above) + 1) / 2) / max(1, len(above) * len(below)))


def by_folds(questions: list[dict], learn, judge) -> tuple[list, object]:
    """What `judge` says of each question by what `learn` has learned from others: of a training question by the other folds, of a
    dev question by all training questions. What was learned from the latter comes second."""
    said = [None] * len(questions)
    taught = [i for i, q in enumerate(questions) if "dev" not in q["set"]]
    for fold in range(FOLDS):
        learned = learn([i for i in taught if i % FOLDS != fold])
        for i in taught:
            if i % FOLDS == fold:
                said[i] = judge(learned, i)
    learned = learn(taught)
    for i, question in enumerate(questions):
        if "dev" in question["set"]:
            said[i] = judge(learned, i)
    return said, learned


def main(*files: str) -> None:
    *sources, target, held_out_target = files
    torch.set_num_threads(2)
    names, questions = load(sources)
    everything = list(range(len(questions)))
    answerable = torch.tensor([float(q["answerable"]) for q in questions])
    evenly = torch.ones(len(questions))
    is_dev = torch.tensor([DISTRICT_DEV in q["set"] for q in questions])
    pick = lambda values, some: [values[i] for i in some]

    # The decision is learned on rankings as good as those of questions that nothing has learned from.
    rank = lambda some: fit_ranking(pick(questions, some))
    scores, ranking = by_folds(questions, rank, lambda learned, i: learned.score(questions[i]["rows"]))
    best = [int(some.argmax()) for some in scores]
    right = torch.tensor([float(q["right"][best[i]]) for i, q in enumerate(questions)])
    first, asked = Counter(), Counter()
    for i, question in enumerate(questions):
        asked[question["set"]] += bool(question["right"].any())
        first[question["set"]] += int(right[i])
    print(f"ranking: first candidate right {first.total()} of {asked.total()}")
    print(", ".join(f"{name} {count} of {asked[name]}" for name, count in first.items()), flush=True)

    # Another place may well tell what this one does not, so that such a question teaches only where it is this one that would be given.
    unsure = [any(q["seeming"]) and not q["seeming"][best[i]] for i, q in enumerate(questions)]
    paired = [NEAR_MISSES in q["set"] for q in questions]
    weigh = lambda weights: torch.where(torch.tensor(paired), NEAR_MISS_WEIGHT * weights, weights)
    print(f"near misses: {sum(any(q['seeming']) for q in questions)}, {sum(unsure)} of them left out")
    runs = [wordings.runs_of(q["question"], q["candidates"][best[i]]["own"]) for i, q in enumerate(questions)]
    corpora = [DISTRICT if DISTRICT in q["set"] else q["set"] for q in questions]
    def tell(some):
        some = [i for i in some if not paired[i]]
        return wordings.fit(pick(runs, some), answerable[some], pick(corpora, some))

    tellable, told = by_folds(questions, tell, lambda learned, i: float(wordings.tellable(learned, [runs[i]])[0]))
    rows = numpy.stack([decision_row(q, scores[i], tellable[i]) for i, q in enumerate(questions)])
    width = 2 + len(names)

    def learner(labels: torch.Tensor, weights: torch.Tensor, taught: list[bool]):
        def learn(some: list[int]) -> Learned:
            some = [i for i in some if taught[i]]
            return fit_decision(rows[some], labels[some], weights[some], width)

        return learn

    judge = lambda learned, i: float(learned.score(rows[i : i + 1]))
    present = torch.tensor([float("no_basis" in q["reasons"]) for q in questions])
    of_one_reason = [not q["answerable"] and len(q["reasons"]) == 1 and q["reasons"][0] in ONE_OF for q in questions]
    learners = {
        "answerable": learner(answerable, weigh(evenly), [not one for one in unsure]),
        "subject": learner(present, torch.where(present == 1, 1.0, ABSENT_WEIGHT), of_one_reason),
        "confidence": learner(right, weigh(evenly), [not one for one in unsure]),
    }
    said = {name: by_folds(questions, learn, judge) for name, learn in learners.items()}

    unseen = torch.sigmoid(torch.tensor(said["answerable"][0]))
    known = torch.tensor([not one for one in unsure])
    parts = {"dev": is_dev, "training": torch.tensor(["dev" not in q["set"] and not paired[i] for i, q in enumerate(questions)]), "near misses": torch.tensor(paired) & known}
    for name, chosen in parts.items():
        with_answer, without = chosen & (answerable == 1), chosen & (answerable == 0)
        print(
            f"decision: threshold {THRESHOLD}, {name}: refused {int((unseen[without] < THRESHOLD).sum())} of {int(without.sum())}, "
            f"falsely {int((unseen[with_answer] < THRESHOLD).sum())} of {int(with_answer.sum())}; area {area(unseen[with_answer], unseen[without]):.4f}"
        )
    missed = Counter((present[i].item(), (said["subject"][0][i] >= 0) == bool(present[i])) for i in everything if of_one_reason[i])
    print(f"subject: there and not seen {missed[1.0, False]} of {missed[1.0, False] + missed[1.0, True]}, "
          f"not there and seen {missed[0.0, False]} of {missed[0.0, False] + missed[0.0, True]}")

    answered = is_dev & (unseen >= THRESHOLD)
    scale, shift = scaling(torch.tensor(said["confidence"][0])[answered].float(), right[answered])
    print(f"confidence: logits times {scale:.2f} and {shift:+.2f} on the dev questions that are answered", flush=True)

    common = {"features": names, "threshold": THRESHOLD, "calibration": {"scale": round(scale, 4), "shift": round(shift, 4)}}
    held_out = {name: to_json(learned) for name, (_, learned) in said.items()}
    write(held_out_target, {**common, "ranking": to_json(ranking), "wordings": told, **held_out})
    # What ships has seen the dev questions too.
    shipped = {name: to_json(learn(everything)) for name, learn in learners.items()}
    write(target, {**common, "ranking": to_json(rank(everything)), "wordings": tell(everything), **shipped})


def write(target: str, fitted: dict) -> None:
    with open(target, "w", encoding="utf8") as file:
        json.dump(fitted, file, ensure_ascii=False)
        file.write("\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
