"""The lay questions, split by a hash, with the articles that answer them found in the archive."""

import hashlib
import json
import re
from collections import defaultdict
from dataclasses import dataclass

from articles import NUMERAL, Article, law_key

CITATION = re.compile(rf"^(.*?)(第[{NUMERAL}]+条(?:之[{NUMERAL}]+)?)$")
SAME_TEXT = 0.5  # share of common character bigrams from which two wordings count as one article


@dataclass
class Question:
    id: str
    text: str
    gold: list[int]  # places in the list of articles
    unfound: int  # cited articles that the archive does not hold in their newest wording
    dev: bool


def fold(question_id: str) -> int:
    """0 to 4: the first 32 bits of the SHA-256 of the id, modulo five."""
    return int(hashlib.sha256(question_id.encode()).hexdigest()[:8], 16) % 5


def is_dev(question_id: str) -> bool:
    """Fold 0, one fifth."""
    return fold(question_id) == 0


def question_key(text: str) -> str:
    """Letters and digits only, so that a stray mark or space does not hide a dev question among the pairs."""
    return re.sub(r"[\W_]", "", text)


def read_questions(path: str, articles: list[Article]) -> list[Question]:
    """Every question; gold articles are looked for among the newest versions of national laws only."""
    by_law: dict[str, list[int]] = defaultdict(list)
    for place, article in enumerate(articles):
        if article.national and article.newest:
            by_law[law_key(article.law)].append(place)
    bigrams_at: dict[int, frozenset[str]] = {}

    def likeness(place: int, wanted: frozenset[str]) -> float:
        if place not in bigrams_at:
            bigrams_at[place] = _bigrams(articles[place].text)
        found = bigrams_at[place]
        return len(found & wanted) / max(1, len(found | wanted))

    def find(name: str, text: str) -> int | None:
        parts = CITATION.match(name)
        places = by_law.get(law_key(parts.group(1)), []) if parts else []
        wanted = _bigrams(text)
        same_number = [p for p in places if articles[p].number == parts.group(2)]
        for choice in (same_number, places):
            best = max(choice, key=lambda p: likeness(p, wanted), default=None)
            if best is not None and likeness(best, wanted) > SAME_TEXT:
                return best
        return None

    questions = []
    with open(path, encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            found = [find(name, text) for name, text in zip(record["articles"], record["texts"])]
            gold = sorted({place for place in found if place is not None})
            questions.append(
                Question(record["id"], record["question"], gold, found.count(None), is_dev(record["id"]))
            )
    return questions


def _bigrams(text: str) -> frozenset[str]:
    letters = question_key(text)
    return frozenset(letters[i : i + 2] for i in range(len(letters) - 1))
