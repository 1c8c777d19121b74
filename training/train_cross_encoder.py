"""
Trains the cross-encoder on the lay questions and on the candidates of question sets that nothing else learns from, and exports it.

    python3 training/train_cross_encoder.py --data ../shared/data --model models/zh-policy-static-4 --out models/zh-policy-cross-1 FEATURES…

FEATURES are files of `policy-chat features`. Some twelve minutes on two shared cores.
"""

import argparse
import json
import random
import re
import tarfile
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from articles import Article, read_articles
from cross_encoder import DIMENSIONS, CrossEncoder, export
from lay import SPAN, read_archive, read_places
from pairs import Sampler
from segmentation import cut
from table import embed, train
from train import LAY, Data
from wordpiece import Bags, WordPiece

POINT = re.compile(r"^[（(][一二三四五六七八九十]+[）)]")
QUESTION_PIECES, PASSAGE_PIECES = 20, 96
LAY_LISTS, CANDIDATE_LISTS = 28, 6  # of a batch
HARD, FAR, RIGHT = 9, 4, 3  # rows of a list: near the question, any of the same text, those that answer
HARDEST = 24
SEED = 1


def rows_of(article: Article) -> list[str]:
    """What the product ranks of an article, under its headings: paragraphs, points under their lead-in, and the whole where there are points."""
    lines = [line.strip() for line in article.text.split("\n") if line.strip()]
    rows = [article.text] if any(POINT.match(line) for line in lines) else []
    lead = ""
    for line in lines:
        rows.append(f"{lead}\n{line}" if POINT.match(line) else line)
        if not POINT.match(line):
            lead = line
    return [f"{article.path}\n{row}" for row in rows or [""]]


class Lists:
    """Questions with rows that answer and rows of the same text that do not."""

    def __init__(self, data: Path, pieces: WordPiece, cache: Path):
        articles = defaultdict(list)
        for article in read_articles(str(data / "laws.tar.xz")):
            articles[f"{article.law}\t{article.date}"].append(article)
        notices = read_archive(str(data / "notices.tar.xz"))
        asked = [*read_places(LAY / "laws.tsv"), *read_places(LAY / "notices.tsv")]
        texts: list[str] = []
        groups: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for source, place, _ in asked:
            if source in articles:
                if source not in groups:
                    for article in articles[source]:
                        for row in rows_of(article):
                            groups[source].append((len(texts), article.number))
                            texts.append(row)
            elif place not in {known for _, known in groups[source]}:
                start, end = map(int, SPAN.fullmatch(place).groups())
                groups[source].append((len(texts), place))
                texts.append(re.sub(r"\s+", "", notices[source][start:end]))
        self.rows = pieces.encode(cut(texts, cache), PASSAGE_PIECES)
        questions = pieces.encode(cut([question for _, _, question in asked], cache), QUESTION_PIECES)
        self.lists = []
        for (source, place, _), ids in zip(asked, questions):
            right = [row for row, known in groups[source] if known == place]
            wrong = [row for row, known in groups[source] if known != place]
            if right and wrong and len(ids):
                self.lists.append((ids, right, wrong))

    def find_hard(self, table: np.ndarray) -> None:
        """Puts before the wrong rows those most like the question."""
        vectors = embed(table, self.rows)
        asked = embed(table, Bags.of([ids for ids, _, _ in self.lists]))
        self.lists = [
            (ids, right, wrong, np.array(wrong)[np.argsort(-(vectors[wrong] @ vector))[:HARDEST]].tolist())
            for (ids, right, wrong), vector in zip(self.lists, asked)
        ]


def read_candidates(files: list[Path], pieces: WordPiece, cache: Path) -> list:
    """(pieces of the question, those of candidates that answer, those of candidates that do not) of each question; of one without an answer the first list is empty."""
    questions = [q for file in files for q in json.loads(file.read_text(encoding="utf-8"))["questions"]]
    passages = list(dict.fromkeys(c["passage"] for q in questions for c in q["candidates"]))
    encoded = dict(zip(passages, pieces.encode(cut(passages, cache), PASSAGE_PIECES)))
    asked = pieces.encode(cut([q["question"] for q in questions], cache), QUESTION_PIECES)
    lists = []
    for question, ids in zip(questions, asked):
        side = lambda right: [encoded[c["passage"]] for c in question["candidates"] if c["right"] == right]
        if len(ids) and (not question["answerable"] or side(True)) and side(False):
            lists.append((ids, side(True) if question["answerable"] else [], side(False)))
    return lists


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


def some(of: list, count: int) -> list:
    return random.sample(of, min(count, len(of)))


class Batches:
    def __init__(self, lay: Lists, lists: list, candidates: list):
        self.lay, self.lists, self.candidates = lay, lists, candidates

    def of(self, lay: list, candidates: list):
        """Pieces of questions and passages, the question of each passage, and which passages answer."""
        questions, passages, owner, right = [], [], [], []
        for ids, rights, wrongs, hard in lay:
            rows = [(self.lay.rows[r], 1.0) for r in some(rights, RIGHT)]
            rows += [(self.lay.rows[r], 0.0) for r in {*some(hard, HARD), *some(wrongs, FAR)}]
            self._add(questions, passages, owner, right, ids, rows)
        for ids, rights, wrongs in candidates:
            # Candidates come best first: a third of the ten best, the rest from anywhere.
            rows = [(r, 1.0) for r in some(rights, RIGHT)] + [(r, 0.0) for r in some(wrongs[:12], HARD) + some(wrongs[12:], FAR)]
            self._add(questions, passages, owner, right, ids, rows)
        return padded(questions, QUESTION_PIECES), padded(passages, PASSAGE_PIECES), torch.tensor(owner), torch.tensor(right)

    def _add(self, questions, passages, owner, right, ids, rows) -> None:
        for row, answers in rows:
            passages.append(row)
            owner.append(len(questions))
            right.append(answers)
        questions.append(ids)

    def draw(self, step: int):
        if step * LAY_LISTS % len(self.lists) < LAY_LISTS:
            random.shuffle(self.lists)
        lay = [self.lists[(step * LAY_LISTS + i) % len(self.lists)] for i in range(LAY_LISTS)]
        return self.of(lay, some(self.candidates, CANDIDATE_LISTS))


def loss_of(scores, owner, right) -> torch.Tensor:
    """Listwise: the share of a question's probability mass on rows that answer; and each by itself, so that a score says something alone."""
    count = int(owner.max()) + 1
    mass = (scores - scores.detach().max()).clamp(min=-60).exp()
    everything, rightful = torch.zeros(count).index_add(0, owner, mass), torch.zeros(count).index_add(0, owner, mass * right)
    answered = torch.zeros(count).index_add(0, owner, right) > 0
    listwise = -(rightful[answered].log() - everything[answered].log()).mean()
    best = torch.stack([scores[(owner == i) & (right > 0)].max() for i in torch.nonzero(answered).flatten().tolist()])
    return listwise + 0.3 * (F.softplus(-best).mean() + 3 * F.softplus(scores[right == 0]).mean())


def check(network, batches: Batches, held: list) -> str:
    network.eval()
    state, hits, losses = random.getstate(), 0, []
    random.seed(7)
    with torch.no_grad():
        for start in range(0, len(held), 50):
            questions, passages, owner, right = batches.of(held[start : start + 50], [])
            scores = network(questions, passages, owner)
            losses.append(float(loss_of(scores, owner, right)))
            hits += sum(bool(right[owner == i][scores[owner == i].argmax()]) for i in range(len(questions)))
    network.train()
    random.setstate(state)
    return f"held-out lay questions: first right {hits / len(held):.3f}, loss {np.mean(losses):.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=2600)
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "policy-chat-training")
    parser.add_argument("features", type=Path, nargs="*")
    args = parser.parse_args()
    torch.set_num_threads(2)
    torch.manual_seed(SEED)
    random.seed(SEED)
    vocabulary = json.loads((args.model / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    pieces = WordPiece(sorted(vocabulary, key=vocabulary.get))
    lay = Lists(args.data, pieces, args.cache)
    candidates = read_candidates(args.features, pieces, args.cache)
    kept = args.cache / "first-table.npy"
    if not kept.exists():
        np.save(kept, first_table(args.data, pieces, args.cache))
    table = np.load(kept)
    lay.find_hard(table)
    random.shuffle(lay.lists)
    held, batches = lay.lists[:600], Batches(lay, lay.lists[600:], candidates)
    print(f"{len(lay.lists)} lay questions, {len(candidates)} with candidates", flush=True)

    network = CrossEncoder(torch.from_numpy(table.astype(np.float32)))
    rest = [p for name, p in network.named_parameters() if name != "table"]
    optimiser = torch.optim.Adam([{"params": rest, "share": 1.0}, {"params": [network.table], "share": 0.5}])
    began, losses = time.time(), []
    for step in range(args.steps):
        rate = 2e-3 * min(1, (step + 1) / 100) * max(0.02, 1 - step / args.steps)
        for group in optimiser.param_groups:
            group["lr"] = rate * group["share"]
        questions, passages, owner, right = batches.draw(step)
        loss = loss_of(network(questions, passages, owner), owner, right)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(rest, 1.0)
        optimiser.step()
        losses.append(loss.item())
        if step % 200 == 199:
            print(f"step {step + 1}/{args.steps} loss {np.mean(losses[-200:]):.3f} {time.time() - began:.0f} s; {check(network, batches, held)}", flush=True)
    network.eval()
    export(network, args.out, [batches.of([one], [])[:2] for one in held[:8]])


if __name__ == "__main__":
    main()
