"""
Trains the cross-encoder on the lay questions, on near misses and yes/no questions, and on the candidates of question sets that nothing else learns from, and exports it.

    python3 training/train_cross_encoder.py --data ../shared/data --model models/zh-policy-static-4 --out models/zh-policy-cross-2 FEATURES…

FEATURES are files of `policy-chat features`. Some forty minutes on two shared cores.
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
from cross_encoder import DIMENSIONS, PASSAGE_PIECES, QUESTION_PIECES, VERDICTS, CrossEncoder, export, windows
from lay import SPAN, is_held_out, read_archive, read_labelled, read_places
from pairs import Sampler
from segmentation import cut
from table import embed, train
from train import LAY, Data
from wordpiece import Bags, WordPiece

POINT = re.compile(r"^[（(][一二三四五六七八九十]+[）)]")
LAY_LISTS, CANDIDATE_LISTS, NEAR_MISS_ARTICLES, DECIDED = 28, 3, 14, 40  # of a batch
HARD, FAR, RIGHT = 9, 4, 3  # rows of a list: near the question, any of the same text, those that answer
HARDEST = 24
ARTICLE_ROWS = 6  # of an article with near misses
HELD = 600  # lay and yes/no questions that are not learned from, though others of their articles are
SEED = 1


LONGEST = 1_000  # pieces of a passage


def rows_of(article: Article) -> list[tuple[str, str]]:
    """What the product ranks of an article, headings and lead-in apart: paragraphs, points, and the whole where there are points."""
    lines = [line.strip() for line in article.text.split("\n") if line.strip()]
    rows = [(article.path, article.text)] if any(POINT.match(line) for line in lines) else []
    lead = ""
    for line in lines:
        rows.append((f"{article.path}\n{lead}" if POINT.match(line) else article.path, line))
        if not POINT.match(line):
            lead = line
    return rows or [(article.path, "")]


def encode_windows(passages: list[tuple[str, str]], pieces: WordPiece, cache: Path) -> list[list[np.ndarray]]:
    """Of each passage, given as what it stands under and its own words, the windows in which it is read."""
    heads = pieces.encode(cut([head for head, _ in passages], cache), LONGEST)
    own = pieces.encode(cut([text for _, text in passages], cache), LONGEST)
    return [[window for window in windows(*passage) if len(window)] for passage in zip(heads, own)]


class Lists:
    """Questions with rows that answer and rows of the same text that do not."""

    def __init__(self, data: Path, pieces: WordPiece, cache: Path):
        articles = defaultdict(list)
        for article in read_articles(str(data / "laws.tar.xz")):
            articles[f"{article.law}\t{article.date}"].append(article)
        notices = read_archive(str(data / "notices.tar.xz"))
        near = list(read_labelled(LAY / "near-misses.tsv"))
        decided = list(read_labelled(LAY / "verdicts.tsv"))
        told = [(source, place, question) for source, place, label, question in near if label == "+"]
        known = [(source, place, question) for source, place, _, question in decided]
        asked = [*read_places(LAY / "laws.tsv"), *read_places(LAY / "notices.tsv"), *told]
        learned = len(asked)
        asked += known  # for the rows of their texts
        texts: list[tuple[str, str]] = []
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
                texts.append(("", re.sub(r"\s+", "", notices[source][start:end])))
        # From here on a row is a window.
        rows, of_text = [], []
        for of_passage in encode_windows(texts, pieces, cache):
            of_text.append(range(len(rows), len(rows) + len(of_passage)))
            rows += of_passage
        self.rows = Bags.of(rows)
        groups = {source: [(row, place) for text, place in of for row in of_text[text]] for source, of in groups.items()}
        questions = pieces.encode(cut([question for _, _, question in asked], cache), QUESTION_PIECES)
        self.lists = []
        for (source, place, _), ids in zip(asked[:learned], questions):
            right = [row for row, known in groups[source] if known == place]
            wrong = [row for row, known in groups[source] if known != place]
            if right and wrong and len(ids):
                self.lists.append((ids, right, wrong))
        # Rows of an article with questions that it answers and questions that it only seems to answer.
        questions = pieces.encode(cut([question for *_, question in near], cache), QUESTION_PIECES)
        by_article = defaultdict(list)
        for (source, place, label, _), ids in zip(near, questions):
            if len(ids):
                by_article[source, place].append((ids, label == "+"))
        rows_at = lambda source, place: [row for row, known in groups[source] if known == place]
        kept = {article: rows_at(*article)[:ARTICLE_ROWS] for article in by_article}
        self.articles = [(kept[article], of) for article, of in by_article.items() if kept[article] and not is_held_out(*article)]
        self.held_articles = [(kept[article], of) for article, of in by_article.items() if kept[article] and is_held_out(*article)]
        # Yes/no questions, the rows of the article that they are about, and the verdict.
        questions = pieces.encode(cut([question for *_, question in decided], cache), QUESTION_PIECES)
        self.decided = [
            (ids, rows_at(source, place), VERDICTS.index(label)) for (source, place, label, _), ids in zip(decided, questions) if len(ids) and rows_at(source, place)
        ]

    def find_hard(self, table: np.ndarray) -> None:
        """Puts before the wrong rows those most like the question; keeps of the rows that a yes/no question is about the one most like it."""
        vectors = embed(table, self.rows)
        asked = embed(table, Bags.of([ids for ids, _, _ in self.lists]))
        self.lists = [
            (ids, right, wrong, np.array(wrong)[np.argsort(-(vectors[wrong] @ vector))[:HARDEST]].tolist())
            for (ids, right, wrong), vector in zip(self.lists, asked)
        ]
        asked = embed(table, Bags.of([ids for ids, _, _ in self.decided]))
        self.decided = [
            (ids, rows[int(np.argmax(vectors[rows] @ vector))], verdict) for (ids, rows, verdict), vector in zip(self.decided, asked)
        ]


def read_candidates(files: list[Path], pieces: WordPiece, cache: Path) -> list:
    """(pieces of the question, those of candidates that answer, those of candidates that do not) of each question; of one without an answer the first list is empty."""
    questions = [q for file in files for q in json.loads(file.read_text(encoding="utf-8"))["questions"]]
    passages = list(dict.fromkeys(c["passage"] for q in questions for c in q["candidates"]))
    # Headings, lead-in and own words, each on lines of their own (`readingOrder` in reading.ts).
    parts = [passage.split("\n", 2) for passage in passages]
    encoded = dict(zip(passages, encode_windows([("\n".join(part[:2]), part[2]) for part in parts], pieces, cache)))
    asked = pieces.encode(cut([q["question"] for q in questions], cache), QUESTION_PIECES)
    lists = []
    for question, ids in zip(questions, asked):
        side = lambda right: [window for c in question["candidates"] if c["right"] == right for window in encoded[c["passage"]]]
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


class Batch:
    """Pieces of questions and passages, the question of each passage, which passages answer, which questions are those of an article with near misses; last, the verdicts of yes/no questions."""

    def __init__(self):
        self.questions, self.passages, self.owner, self.right, self.near, self.verdicts = [], [], [], [], [], []

    def add(self, ids, rows, near: bool = False) -> None:
        for row, answers in rows:
            self.passages.append(row)
            self.owner.append(len(self.questions))
            self.right.append(answers)
        self.questions.append(ids)
        self.near.append(near)

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

    def loss(self, scores: torch.Tensor) -> torch.Tensor:
        """
        Of the first score listwise: the share of a question's probability mass on rows that answer. Of the second each row by itself, so that it
        says something alone, and questions that an article answers against those that it only seems to answer. Of the others the verdict.
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
        told, untold = best[near & answered], self.best(tells, right == 0)[near & ~answered]
        near_misses = F.softplus(-told).mean() + F.softplus(untold).mean()
        return listwise + 0.3 * alone + 0.5 * near_misses + 0.5 * F.cross_entropy(verdicts, torch.tensor(self.verdicts))


class Batches:
    def __init__(self, lay: Lists, lists: list, articles: list, decided: list, candidates: list):
        self.lay, self.lists, self.articles, self.decided, self.candidates = lay, lists, articles, decided, candidates

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
            batch.add(ids, rows)
        for ids, row, verdict in decided:
            batch.decide(ids, self.lay.rows[row], verdict)
        return batch

    def draw(self, step: int) -> Batch:
        drawn = ((self.lists, LAY_LISTS), (self.articles, NEAR_MISS_ARTICLES), (self.decided, DECIDED))
        return self.of(*(self._next(of, step, count) for of, count in drawn), some(self.candidates, CANDIDATE_LISTS))

    def _next(self, of: list, step: int, count: int) -> list:
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=8000)
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
    kept = args.cache / f"first-table-{DIMENSIONS}.npy"
    if not kept.exists():
        np.save(kept, first_table(args.data, pieces, args.cache))
    table = np.load(kept)
    lay.find_hard(table)
    random.shuffle(lay.lists)
    random.shuffle(lay.articles)
    random.shuffle(lay.held_articles)
    random.shuffle(lay.decided)
    # Questions of an article that is held out would tell what it answers.
    unseen = {row for rows, _ in lay.held_articles for row in rows}
    held, learned = lay.lists[:HELD], [one for one in lay.lists[HELD:] if unseen.isdisjoint(one[1])]
    batches = Batches(lay, learned, lay.articles, lay.decided[HELD:], candidates)
    print(
        f"{len(learned)} lay questions, {len(batches.articles)} articles with near misses, {len(batches.decided)} yes/no questions, "
        f"{len(candidates)} with candidates", flush=True,
    )

    network = CrossEncoder(torch.from_numpy(table.astype(np.float32)))
    rest = [p for name, p in network.named_parameters() if name != "table"]
    optimiser = torch.optim.Adam([{"params": rest, "share": 1.0}, {"params": [network.table], "share": 0.5}])
    began, losses = time.time(), []
    for step in range(args.steps):
        rate = 2e-3 * min(1, (step + 1) / 100) * max(0.02, 1 - step / args.steps)
        for group in optimiser.param_groups:
            group["lr"] = rate * group["share"]
        batch = batches.draw(step)
        loss = batch.loss(network(*batch.inputs()))
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(rest, 1.0)
        optimiser.step()
        losses.append(loss.item())
        if step % 200 == 199:
            print(f"step {step + 1}/{args.steps} loss {np.mean(losses[-200:]):.3f} {time.time() - began:.0f} s; {check(network, batches, held, lay.held_articles, lay.decided)}", flush=True)
    network.eval()
    export(network, args.out, [batches.of([one], [], [], []).inputs()[:2] for one in held[:8]])


if __name__ == "__main__":
    main()
