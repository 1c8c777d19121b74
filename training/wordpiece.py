"""The vocabulary and the WordPiece rule of the shipped tokenizer, so that training sees the product's ids."""

from collections import Counter

import numpy as np

UNKNOWN = "[UNK]"


def build_vocabulary(lines: list[str], size: int, least_character: int = 3) -> list[str]:
    """Characters seen often enough, most frequent first, then the most frequent words. Piece 0 is unknown."""
    words: Counter[str] = Counter()
    for line in lines:
        words.update(line.split())
    characters: Counter[str] = Counter()
    for word, count in words.items():
        for character in word:
            characters[character] += count
    kept = [c for c, n in characters.most_common() if n >= least_character]
    longer = [w for w, _ in words.most_common() if 1 < len(w) <= 20]
    return [UNKNOWN, *kept, *longer][:size]


class WordPiece:
    """Greedy longest match without a continuation prefix; a word with an unknown character is unknown as a whole."""

    def __init__(self, vocabulary: list[str]):
        self.vocabulary = vocabulary
        self.ids = {piece: i for i, piece in enumerate(vocabulary)}
        self._known: dict[str, list[int]] = {}

    def pieces(self, word: str) -> list[int]:
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._split(word)
        return found

    def _split(self, word: str) -> list[int]:
        if len(word) > 100:
            return []
        pieces, start = [], 0
        while start < len(word):
            end = len(word)
            while end > start and word[start:end] not in self.ids:
                end -= 1
            if end == start:
                return []
            pieces.append(self.ids[word[start:end]])
            start = end
        return pieces

    def encode(self, lines: list[str], longest: int = 0) -> "Bags":
        """Ids of each line, unknown words dropped; `longest` > 0 keeps that many of each."""
        flat: list[np.ndarray] = []
        for line in lines:
            ids = [i for word in line.split() for i in self.pieces(word)]
            flat.append(np.array(ids[:longest] if longest else ids, dtype=np.int32))
        return Bags.of(flat)


class Bags:
    """Lists of ids of different lengths in two arrays."""

    def __init__(self, flat: np.ndarray, starts: np.ndarray):
        self.flat, self.starts = flat, starts

    @classmethod
    def of(cls, lists: list[np.ndarray]) -> "Bags":
        starts = np.zeros(len(lists) + 1, np.int64)
        np.cumsum([len(x) for x in lists], out=starts[1:])
        return cls(np.concatenate(lists) if lists else np.zeros(0, np.int32), starts)

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, at: int) -> np.ndarray:
        return self.flat[self.starts[at] : self.starts[at + 1]]

    def take(self, places) -> "Bags":
        return Bags.of([self[i] for i in places])
