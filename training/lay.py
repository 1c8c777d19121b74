"""The lay questions of training/lay, each with the passage that answers it; none that is nearly one of statute-questions.jsonl."""

import hashlib
import re
import tarfile
from collections import Counter, defaultdict
from pathlib import Path

from articles import Article
from questions import Question, question_key

NEARLY_THE_SAME = 0.6  # share of common character bigrams from which two questions count as one
SPAN = re.compile(r"(\d+)-(\d+)")


def read_lay(folder: Path, articles: list[Article], notices: str, questions: list[Question]) -> list[tuple[str, str]]:
    """(question, passage) pairs: articles as they are searched, items of notices as they are printed."""
    by_name = {(a.law, a.date, a.number): a.search_text for a in reversed(articles)}
    pairs = []
    for source, place, question in read_places(folder / "laws.tsv"):
        law, date = source.split("\t")
        pairs.append((question, by_name[law, date, place]))
    texts = read_archive(notices)
    for source, place, question in read_places(folder / "notices.tsv"):
        start, end = map(int, SPAN.fullmatch(place).groups())
        pairs.append((question, re.sub(r"\s+", "", texts[source][start:end])))
    is_known = _known_by([q.text for q in questions])
    return [pair for pair in pairs if not is_known(pair[0])]


def read_places(path: Path):
    """(source, place, question): `# source` heads the lines that belong to it."""
    yield from _read(path)


def read_labelled(path: Path):
    """(source, place, label, question) of `near-misses.tsv` and `verdicts.tsv`, otherwise as `read_places`."""
    yield from _read(path)


def is_held_out(source: str, place: str) -> bool:
    """Articles whose near misses the cross-encoder does not learn, a ninth: the ranking of answers learns from them (near_misses.py)."""
    return int(hashlib.sha256(f"{source}\t{place}".encode()).hexdigest()[:8], 16) % 9 == 0


def _read(path: Path):
    source = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            source = line[2:]
        else:
            yield source, *line.split("\t")


def read_archive(archive: str) -> dict[str, str]:
    with tarfile.open(archive, "r|*") as tar:
        return {m.name.split("/")[-1]: tar.extractfile(m).read().decode("utf-8") for m in tar if m.name.endswith(".txt")}


def _bigrams(text: str) -> frozenset[str]:
    letters = question_key(text)
    return frozenset(letters[i : i + 2] for i in range(len(letters) - 1))


def _known_by(texts: list[str]):
    """Whether a text is nearly one of these, by the share of bigrams in common."""
    bigrams = [_bigrams(text) for text in texts]
    holders: dict[str, list[int]] = defaultdict(list)
    for place, own in enumerate(bigrams):
        for bigram in own:
            holders[bigram].append(place)

    def is_known(text: str) -> bool:
        own = _bigrams(text)
        shared = Counter(place for bigram in own for place in holders.get(bigram, ()))
        return any(n / (len(own) + len(bigrams[place]) - n) >= NEARLY_THE_SAME for place, n in shared.items())

    return is_known
