"""
Trains the cross-encoder and exports it: first on the lay questions, near misses, yes/no questions and the candidates of question sets that nothing else learns from, then some more on the
train sets that the ranking is fitted on as well.

    python3 training/train_cross_encoder.py --data ../shared/data --model models/zh-policy-static-4 --out models/zh-policy-cross-4 \\
        --held-out FOLDER --half FEATURES… --half FEATURES… --general FEATURES…

FEATURES are files of `policy-chat features`. On what it has learned its scores are better than on what people will ask, so that the ranking must not see these: each half of the train sets is given by itself, and FOLDER/0
and FOLDER/1 are networks that have not learned from the first and from the second half, otherwise like the one that ships. Some thirty minutes on two cores.
"""

import argparse
import copy
import json
import random
import tempfile
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from cross_encoder import DIMENSIONS, PASSAGE_PIECES, QUESTION_PIECES, VERDICTS, CrossEncoder, export
from cross_encoder_data import Lists, read_candidates
from pairs import Sampler
from table import train
from train import Data
from wordpiece import WordPiece

# Of a batch, in the first part of the training and in the second: lay questions, articles with near misses, yes/no questions, questions with candidates of the general sets, of the district's train sets and of the other
# train sets.
FIRST, SECOND = (28, 14, 40, 3, 0, 0), (14, 10, 20, 6, 24, 8)
HARD, FAR, RIGHT = 9, 4, 3  # rows of a list: near the question, any of the same text, those that answer
HELD = 600  # lay and yes/no questions that are not learned from, though others of their articles are
OF_CORPORA = 1.5  # weight of telling what a corpus answers from what it does not, in the second part
SEED = 1


def first_table(data: Path, pieces: WordPiece, cache: Path) -> np.ndarray:
    """The table to begin with: as train.py makes it, but without the lay questions, on which the cross-encoder is to learn what a match is worth."""
    known = Data(data, cache)
    kept = [i for i, source in enumerate(known.sources) if source != "lay"]
    queries, positives = pieces.encode(known.queries, 128).take(kept), pieces.encode(known.positives, 256).take(kept)
    sampler = Sampler([known.sources[i] for i in kept], queries, positives)
    torch.manual_seed(SEED)
    table = (torch.randn(len(pieces.vocabulary), DIMENSIONS) * 0.1).numpy()
    train(table, sampler, int(1.5 * 248_667 / sampler.size))
    table[0] = 0
    return table / np.linalg.norm(table[1:], axis=1).mean()


def padded(lists, longest: int) -> torch.Tensor:
    width = max(1, min(longest, max(len(ids) for ids in lists)))
    out = np.zeros((len(lists), width), np.int64)
    for row, ids in enumerate(lists):
        out[row, : len(ids)] = ids[:width]
    return torch.from_numpy(out)


def is_district(file: Path) -> bool:
    return file.name.startswith("chaoyang")


def some(of: list, count: int) -> list:
    return random.sample(of, min(count, len(of)))


class Batch:
    """Pieces of questions and passages, the question of each passage, which passages answer, which questions are those of an article with near misses and which come with the candidates of a whole corpus; last, the verdicts of yes/no questions."""

    def __init__(self):
        self.questions, self.passages, self.owner, self.right, self.near, self.whole, self.verdicts = [], [], [], [], [], [], []

    def add(self, ids, rows, near: bool = False, whole: bool = False) -> None:
        for row, answers in rows:
            self.passages.append(row)
            self.owner.append(len(self.questions))
            self.right.append(answers)
        self.questions.append(ids)
        self.near.append(near)
        self.whole.append(whole)

    def decide(self, ids, row, verdict: int) -> None:
        """After all others."""
        self.passages.append(row)
        self.owner.append(len(self.questions))
        self.questions.append(ids)
        self.verdicts.append(verdict)

    def inputs(self):
        return padded(self.questions, QUESTION_PIECES), padded(self.passages, PASSAGE_PIECES), torch.tensor(self.owner)

    def best(self, scores: torch.Tensor, of: torch.Tensor) -> torch.Tensor:
        """The best score among these passages, for each question."""
        owner = torch.tensor(self.owner[: len(self.right)])
        return torch.full((len(self.near),), -30.0).scatter_reduce(0, owner[of], scores[of], "amax")

    def loss(self, scores: torch.Tensor, of_corpora: float = 0) -> torch.Tensor:
        """
        Of the first score listwise: the share of a question's probability mass on rows that answer. Of the second each row by itself, so that it
        says something alone, and questions that an article answers against those that it only seems to answer; weighted with `of_corpora` those of a whole corpus as well. Of the others the verdict.
        """
        owner, right, near = torch.tensor(self.owner[: len(self.right)]), torch.tensor(self.right), torch.tensor(self.near)
        place, tells, verdicts = scores[: len(right), 0], scores[: len(right), 1], scores[len(right) :, 2:]
        everything = torch.zeros(len(near)).index_add(0, owner, (place - place.detach().max()).clamp(min=-60).exp())
        rightful = torch.zeros(len(near)).index_add(0, owner, (place - place.detach().max()).clamp(min=-60).exp() * right)
        answered = torch.zeros(len(near)).index_add(0, owner, right) > 0
        listed = answered & ~near
        listwise = -(rightful[listed].log() - everything[listed].log()).mean()
        best = self.best(tells, right > 0)
        alone = F.softplus(-best[listed]).mean() + 3 * F.softplus(tells[(right == 0) & ~near[owner]]).mean()
        seeming = self.best(tells, right == 0)
        mean = lambda values: values.sum() / max(1, len(values))
        untold = lambda of: mean(F.softplus(-best[of & answered])) + mean(F.softplus(seeming[of & ~answered]))
        loss = listwise + 0.3 * alone + 0.5 * untold(near) + 0.5 * F.cross_entropy(verdicts, torch.tensor(self.verdicts))
        whole = torch.tensor(self.whole)
        return loss + of_corpora * untold(whole) if of_corpora > 0 else loss


class Batches:
    """`own`: questions of the district's train sets and of the others, as `candidates` are of the general ones."""

    def __init__(self, lay: Lists, lists: list, decided: list, candidates: list, own: tuple[list, list]):
        self.lay, self.of_lists = lay, (lists, lay.articles, decided)
        self.candidates, self.own = candidates, own

    def of(self, lay: list, articles: list, decided: list, candidates: list) -> Batch:
        batch = Batch()
        for ids, rights, wrongs, hard in lay:
            rows = [(self.lay.rows[r], 1.0) for r in some(rights, RIGHT)]
            batch.add(ids, rows + [(self.lay.rows[r], 0.0) for r in {*some(hard, HARD), *some(wrongs, FAR)}])
        for rows, questions in articles:
            for ids, is_told in questions:
                batch.add(ids, [(self.lay.rows[r], float(is_told)) for r in rows], near=True)
        for ids, rights, wrongs in candidates:
            # Windows come by candidate, the best candidate first: most from among the first, the rest from anywhere.
            rows = [(r, 1.0) for r in some(rights, RIGHT)] + [(r, 0.0) for r in some(wrongs[:12], HARD) + some(wrongs[12:], FAR)]
            batch.add(ids, rows, whole=True)
        for ids, row, verdict in decided:
            batch.decide(ids, self.lay.rows[row], verdict)
        return batch

    def draw(self, step: int, counts: tuple[int, ...]) -> Batch:
        lay, articles, decided = (self._next(of, step, count) for of, count in zip(self.of_lists, counts))
        own = [question for of, count in zip(self.own, counts[4:]) for question in self._next(of, step, count)]
        return self.of(lay, articles, decided, some(self.candidates, counts[3]) + own)

    def _next(self, of: list, step: int, count: int) -> list:
        if count == 0:
            return []
        if step * count % len(of) < count:
            random.shuffle(of)
        return [of[(step * count + i) % len(of)] for i in range(count)]


def check(network, batches: Batches, held: list, articles: list, decided: list) -> str:
    network.eval()
    state, hits, losses, told, untold, verdicts = random.getstate(), 0, [], [], [], []
    random.seed(7)
    with torch.no_grad():
        for start in range(0, HELD, 50):
            batch = batches.of(held[start : start + 50], articles[start : start + 50], decided[start : start + 50], [])
            scores = network(*batch.inputs())
            losses.append(float(batch.loss(scores)))
            right, near = torch.tensor(batch.right), torch.tensor(batch.near)
            verdicts += (scores[len(right) :, 2:].argmax(1) == torch.tensor(batch.verdicts)).tolist()
            owner, scores = torch.tensor(batch.owner[: len(right)]), scores[: len(right)]
            hits += sum(bool(right[owner == i][scores[owner == i, 0].argmax()]) for i in range(len(near)) if not near[i])
            best = batch.best(scores[:, 1], right >= 0)
            answers = torch.zeros(len(near)).index_add(0, owner, right) > 0
            told += best[near & answers].tolist()
            untold += best[near & ~answers].tolist()
    network.train()
    random.setstate(state)
    area = float((np.array(told)[:, None] > np.array(untold)).mean())
    return f"held out: first right {hits / HELD:.3f}, told above untold {area:.3f}, verdict right {np.mean(verdicts):.3f}, loss {np.mean(losses):.3f}"


def learn(network, batches: Batches, counts: tuple[int, ...], steps: int, rate: float, of_corpora: float, checked) -> CrossEncoder:
    """Adam, the rate falling in a line."""
    rest = [p for name, p in network.named_parameters() if name != "table"]
    optimiser = torch.optim.Adam([{"params": rest, "share": 1.0}, {"params": [network.table], "share": 0.5}])
    network.train()
    began, losses = time.time(), []
    for step in range(steps):
        for group in optimiser.param_groups:
            group["lr"] = rate * min(1, (step + 1) / 100) * max(0.02, 1 - step / steps) * group["share"]
        batch = batches.draw(step, counts)
        loss = batch.loss(network(*batch.inputs()), of_corpora)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(rest, 1.0)
        optimiser.step()
        losses.append(loss.item())
        if step % 200 == 199:
            print(f"step {step + 1}/{steps} loss {np.mean(losses[-200:]):.3f} {time.time() - began:.0f} s; {checked(network, batches)}", flush=True)
    return network.eval()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--held-out", type=Path, required=True)
    parser.add_argument("--half", type=Path, nargs="+", action="append", required=True)
    parser.add_argument("--general", type=Path, nargs="+", required=True)
    parser.add_argument("--steps", type=int, nargs=2, default=(5000, 1400))
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "policy-chat-training")
    args = parser.parse_args()
    torch.set_num_threads(2)
    torch.manual_seed(SEED)
    random.seed(SEED)
    vocabulary = json.loads((args.model / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    pieces = WordPiece(sorted(vocabulary, key=vocabulary.get))
    lay = Lists(args.data, pieces, args.cache)
    general = read_candidates(args.general, pieces, args.cache)
    halves = [[read_candidates([file for file in half if is_of(file)], pieces, args.cache) for is_of in (is_district, lambda file: not is_district(file))] for half in args.half]
    kept = args.cache / f"first-table-{DIMENSIONS}.npy"
    if not kept.exists():
        np.save(kept, first_table(args.data, pieces, args.cache))
    table = np.load(kept)
    lay.find_hard(table)
    for one in (lay.lists, lay.articles, lay.held_articles, lay.decided):
        random.shuffle(one)
    # Questions of an article that is held out would tell what it answers.
    unseen = {row for rows, _ in lay.held_articles for row in rows}
    held, learned = lay.lists[:HELD], [one for one in lay.lists[HELD:] if unseen.isdisjoint(one[1])]
    print(
        f"{len(learned)} lay questions, {len(lay.articles)} articles with near misses, {len(lay.decided) - HELD} yes/no questions, "
        f"{len(general)} and {' + '.join(str(sum(map(len, half))) for half in halves)} with candidates", flush=True,
    )
    batches = lambda own: Batches(lay, learned, lay.decided[HELD:], general, own)
    checked = lambda network, of: check(network, of, held, lay.held_articles, lay.decided)
    # The first part takes long; --cache keeps what came of it.
    first = args.cache / f"cross-encoder-{args.steps[0]}.pt"
    network = CrossEncoder(torch.from_numpy(table.astype(np.float32)))
    if first.exists():
        network.load_state_dict(torch.load(first))
    else:
        torch.save(learn(network, batches(([], [])), FIRST, args.steps[0], 2e-3, 0, checked).state_dict(), first)
    examples = [batches(([], [])).of([one], [], [], []).inputs()[:2] for one in held[:8]]
    for own, folder in ((halves[1], args.held_out / "0"), (halves[0], args.held_out / "1"), ([a + b for a, b in zip(*halves)], args.out)):
        export(learn(copy.deepcopy(network), batches(own), SECOND, args.steps[1], 1e-3, OF_CORPORA, checked), folder, examples)


if __name__ == "__main__":
    main()
