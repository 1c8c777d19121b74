"""
Makes the shipped embedding model from the shared data, measures it, and writes the card.

    python3 training/train.py --data ../shared/data --out models/zh-policy-static-4 [--held-out DIR]

With --held-out also the model on whose vectors the reranker is learned (fit_reranker.py): trained without the questions of folds 1 and 2.
"""

import argparse
import json
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import torch

import card
from articles import Article, read_articles
from evaluate import Bm25, bigrams, figures, number_terms, show, standardise, top, words
from export import quantise, write_model, write_sums
from first_stage import first_scores, kinds_of
from lay import read_lay
from pairs import Sampler, read_pairs
from questions import Question, fold, question_key, read_questions
from segmentation import cut
from shaped import shaped_pairs
from table import embed, train
from wordpiece import Bags, WordPiece, build_vocabulary

RERANK_FOLDS = (1, 2)  # of the non-dev questions: kept from the table on whose vectors the reranker is learned
EPOCH = 248_667  # pairs
LAY = Path(__file__).with_name("lay")
LAY_COUNT = 5  # how often the words of a lay question count for the vocabulary
SOURCE_WEIGHTS = {"lay": 9.0}  # four batches in ten: most like what people ask


class Data:
    """Everything cut into words once."""

    def __init__(self, folder: Path, cache: Path):
        articles = read_articles(str(folder / "laws.tar.xz"))
        questions = read_questions(str(folder / "statute-questions.jsonl"), articles)
        everything = cut([a.search_text for a in articles], cache)
        self.place = {p: k for k, p in enumerate(i for i, a in enumerate(articles) if a.national and a.newest)}
        self.articles: list[Article] = [articles[p] for p in self.place]
        self.lines = [everything[p] for p in self.place]
        self.questions: list[Question] = [q for q in questions if q.gold]
        self.asked = cut([q.text for q in self.questions], cache)
        pairs = read_pairs(str(folder / "pairs.jsonl.xz"), questions)
        self.corpus = everything + cut([p["query"] for p in pairs], cache) + cut([p["positive"] for p in pairs], cache)
        shaped = shaped_pairs(self.articles, per_article=2)
        lay = read_lay(LAY, articles, str(folder / "notices.tar.xz"), questions)
        made = shaped + lay
        self.sources = [p["source"] for p in pairs] + ["shaped"] * len(shaped) + ["lay"] * len(lay)
        # Whose question a pair is, so that a fold can be left out.
        by_key = {question_key(q.text): q.id for q in questions}
        self.owners = [by_key.get(question_key(p["query"])) for p in pairs] + [None] * len(made)
        n = len(everything)
        asked = cut([q for q, _ in made], cache)
        self.queries = self.corpus[n : n + len(pairs)] + asked
        self.positives = self.corpus[n + len(pairs) :] + cut([d for _, d in made], cache)
        # Everyday words are rare beside those of laws, and each of them is worth a piece of its own.
        self.corpus += LAY_COUNT * asked[len(shaped) :]

    def golds(self, chosen: list[int]) -> list[list[int]]:
        return [[self.place[g] for g in self.questions[i].gold] for i in chosen]


def make_table(data: Data, pieces: WordPiece, queries: Bags, positives: Bags, args, without: tuple[int, ...] = ()) -> np.ndarray:
    kept = [i for i, owner in enumerate(data.owners) if owner is None or fold(owner) not in without]
    sampler = Sampler([data.sources[i] for i in kept], queries.take(kept), positives.take(kept), weights=SOURCE_WEIGHTS)
    torch.manual_seed(1)
    table = (torch.randn(len(pieces.vocabulary), args.dimensions) * 0.1).numpy()
    train(table, sampler, int(args.epochs * EPOCH / sampler.size), log=lambda line: print(line, flush=True))
    rows, scales = quantise(table)
    return rows * scales  # what is measured is what is shipped


def lexical_scores(data: Data) -> list[np.ndarray]:
    """BM25 of every question over every article: by words, by character bigrams."""
    scores = []
    for terms_of in (words, bigrams):
        known: dict[str, int] = {}
        documents = number_terms([terms_of(line) for line in data.lines], known)
        index = Bm25(documents, len(known))
        asked = [np.array([known[t] for t in terms_of(line) if t in known], np.int32) for line in data.asked]
        scores.append(np.stack([index.scores(terms) for terms in asked]))
    return scores


def measure(data: Data, table: np.ndarray, indexed: Bags, asked: Bags, lexical, chosen: list[int]) -> dict[str, dict[str, float]]:
    golds = data.golds(chosen)
    vectors, kinds = embed(table, indexed), kinds_of(data.articles)
    dense = [vectors @ embed(table, Bags.of([asked[i]]))[0] for i in chosen]
    both = [standardise(lexical[0][i]) + standardise(lexical[1][i]) for i in chosen]
    first = [first_scores(d, lexical[1][i], kinds) for i, d in zip(chosen, dense)]
    return {
        "BM25 words": figures([top(lexical[0][i]) for i in chosen], golds),
        "BM25 bigrams": figures([top(lexical[1][i]) for i in chosen], golds),
        "dense": figures([top(d) for d in dense], golds),
        "standardised sum of the three": figures([top(b + standardise(d)) for b, d in zip(both, dense)], golds),
        "first stage (first_stage.py)": figures([top(s) for s in first], golds),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--held-out", type=Path)
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "policy-chat-training")
    parser.add_argument("--dimensions", type=int, default=384)
    parser.add_argument("--pieces", type=int, default=60_000)
    parser.add_argument("--epochs", type=float, default=6)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)

    data = Data(args.data, args.cache)
    pieces = WordPiece(build_vocabulary(data.corpus, args.pieces))
    queries, positives = pieces.encode(data.queries, 128), pieces.encode(data.positives, 256)
    indexed, asked, lexical = pieces.encode(data.lines), pieces.encode(data.asked), lexical_scores(data)
    dev = [i for i, q in enumerate(data.questions) if q.dev]

    if args.held_out:
        print("table for the reranker")
        write_model(args.held_out, make_table(data, pieces, queries, positives, args, RERANK_FOLDS), pieces.vocabulary)
        write_sums(args.held_out)

    print("table to ship")
    table = make_table(data, pieces, queries, positives, args)
    results = measure(data, table, indexed, asked, lexical, dev)
    for name, found in results.items():
        print(show(name, found))

    write_model(args.out, table, pieces.vocabulary)
    write_sums(args.out)
    (args.out / "README.md").write_text(card.write(args, results, len(dev), len(data.lines), len(data.sources)), encoding="utf-8")
    verify(args.out, data, table, asked, dev[:50])


def verify(model: Path, data: Data, table: np.ndarray, asked: Bags, chosen: list[int]) -> None:
    """The exported files give these vectors through the library that the product uses."""
    vectors = embed(table, asked.take(chosen))
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for i, vector in zip(chosen, vectors):
            file.write(json.dumps({"words": data.asked[i], "vector": vector.tolist()}) + "\n")
        file.flush()
        subprocess.run(["node", str(Path(__file__).with_name("verify.mjs")), str(model), file.name], check=True)


if __name__ == "__main__":
    main()
