"""What the cross-encoder learns from: questions with the windows of passages that answer them and of passages that do not."""

import json
import re
from collections import defaultdict
from pathlib import Path

import numpy as np

from articles import Article, read_articles
from cross_encoder import QUESTION_PIECES, VERDICTS, windows
from lay import SPAN, is_held_out, read_archive, read_labelled, read_places
from segmentation import cut
from table import embed
from train import LAY
from wordpiece import Bags, WordPiece

POINT = re.compile(r"^[（(][一二三四五六七八九十]+[）)]")
HARDEST = 24
ARTICLE_ROWS = 6  # of an article with near misses
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
