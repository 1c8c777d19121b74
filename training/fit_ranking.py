"""Fits how answers are ranked and refused: reads `policy-chat features`, writes src/answering/weights.json.

    training/fit_ranking.sh

Ranking: the mean of a few small networks (features → tanh → score), each trained on the listwise softmax loss: the
probability mass of the right candidates of a question. Decision: networks of the same form over the best candidate's
features and its lead, one ensemble for "the corpus answers this at all", one for "this place is right" (the confidence).
The threshold of the first and the scale of the second are set on the dev questions with rankings and decisions that have
not seen them: training questions are harder than people's, so that a threshold set on them would refuse too little. Only
training questions and dev halves go in. Deterministic; some minutes.
"""

import json
import sys
from collections import Counter

import torch

HIDDEN = 48
SEEDS = (0, 1, 2)
RANKING = {"steps": 200, "rate": 0.02, "decay": 0.3}
DECISION_HIDDEN = 32
DECISION = {"steps": 300, "rate": 0.01, "decay": 3.0}
# Laws and district documents are ranked and refused by different signs; the product is for the latter first, and they are fewer.
DISTRICT, DISTRICT_WEIGHT = "chaoyang", 2.0
FOLDS = 5
# Share of the answerable dev questions, by networks that have not seen them. The ones that ship have seen more and refuse
# less; the bar that the project set itself is 2 %.
FALSE_REFUSALS = 0.04


def ranking_network(width: int) -> torch.nn.Module:
    return torch.nn.Sequential(torch.nn.Linear(width, HIDDEN), torch.nn.Tanh(), torch.nn.Linear(HIDDEN, 1, bias=False))


def weight_of(question: dict) -> float:
    return DISTRICT_WEIGHT if DISTRICT in question["set"] else 1.0


def fit_ranking(questions: list[dict]) -> list[torch.nn.Module]:
    """Questions without a right candidate teach nothing."""
    taught = [q for q in questions if q["right"].any()]
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


def decision_row(question: dict, scores: torch.Tensor) -> torch.Tensor:
    """Lead of the best candidate over the best elsewhere (capped at 2, as confidence.ts does), then its features."""
    order = scores.argsort(descending=True, stable=True).tolist()
    best = order[0]
    name = question["ids"][best]
    nested = lambda other: other == name or other.startswith(name + "__") or name.startswith(other + "__")
    elsewhere = next((i for i in order if not nested(question["ids"][i])), None)
    lead = 2.0 if elsewhere is None else min(2.0, float(scores[best] - scores[elsewhere]))
    return torch.cat([torch.tensor([lead]), question["features"][best]])


def fit_decision(rows: torch.Tensor, labels: torch.Tensor, weights: torch.Tensor) -> list[torch.nn.Module]:
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


def rescaled(networks: list[torch.nn.Module], scale: float, shift: float) -> list[torch.nn.Module]:
    with torch.no_grad():
        for network in networks:
            network[2].weight.mul_(scale)
            network[2].bias.mul_(scale).add_(shift)
    return networks


def main(*files: str) -> None:
    *sources, target = files
    torch.set_num_threads(2)
    parts = [json.load(open(source, encoding="utf8")) for source in sources]
    data = {**parts[0], "questions": [question for part in parts for question in part["questions"]]}
    questions = [q for q in data["questions"] if q["candidates"]]
    for question in questions:
        question["features"] = torch.tensor([c["features"] for c in question["candidates"]])
        question["right"] = torch.tensor([c["right"] for c in question["candidates"]])
        question["ids"] = [c["id"] for c in question["candidates"]]

    # Held-out scores of every question, so that the decision is learned on rankings as good as unseen ones.
    held, first, answerable_count = [None] * len(questions), Counter(), Counter()
    for fold in range(FOLDS):
        networks = fit_ranking([q for i, q in enumerate(questions) if i % FOLDS != fold])
        for i, question in enumerate(questions):
            if i % FOLDS == fold:
                held[i] = scores_of(networks, question["features"])
                answerable_count[question["set"]] += bool(question["right"].any())
                first[question["set"]] += bool(question["right"][held[i].argmax()])
    print(f"ranking: first candidate right {first.total()} of {answerable_count.total()} (5-fold)")
    print(", ".join(f"{name} {count} of {answerable_count[name]}" for name, count in first.items()), flush=True)

    rows = torch.stack([decision_row(q, held[i]) for i, q in enumerate(questions)])
    answerable = torch.tensor([float(q["answerable"]) for q in questions])
    right = torch.tensor([float(q["right"][held[i].argmax()]) for i, q in enumerate(questions)])
    weights = torch.tensor([weight_of(q) for q in questions])
    unseen, unseen_right = torch.zeros(len(questions)), torch.zeros(len(questions))
    for fold in range(FOLDS):
        test = torch.arange(len(questions)) % FOLDS == fold
        unseen[test] = torch.sigmoid(scores_of(fit_decision(rows[~test], answerable[~test], weights[~test]), rows[test]))
        unseen_right[test] = scores_of(fit_decision(rows[~test], right[~test], weights[~test]), rows[test])
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
    scale, shift = scaling(unseen_right[answered], right[answered])
    print(f"confidence: logits times {scale:.2f} and {shift:+.2f} on the dev questions that are answered")

    networks = fit_ranking(questions)
    shortened = lambda tensor: json.loads(json.dumps([round(v, 4) for v in tensor.detach().flatten().tolist()]))
    to_json = lambda ensemble: [
        {
            "hidden": shortened(n[0].weight),
            "bias": shortened(n[0].bias),
            "output": shortened(n[2].weight),
            "shift": 0 if n[2].bias is None else round(float(n[2].bias), 4),
        }
        for n in ensemble
    ]
    fitted = {
        "features": data["names"],
        "ranking": to_json(networks),
        "threshold": round(threshold, 4),
        "answerable": to_json(fit_decision(rows, answerable, weights)),
        "confidence": to_json(rescaled(fit_decision(rows, right, weights), scale, shift)),
    }
    with open(target, "w", encoding="utf8") as file:
        json.dump(fitted, file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
