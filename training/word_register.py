"""Makes models/word-register/words.tsv: which words drafters use, which people use, and how rare each is.

    /usr/bin/python3 training/word_register.py ../shared/data models/word-register/words.tsv

Counts in how many texts a word stands: lines of laws.tar.xz and government texts on one side, lay and general questions
and news on the other. Cuts with the project's own segmenter. About a minute, no PyTorch.
"""

import collections
import hashlib
import json
import lzma
import math
import pathlib
import subprocess
import sys
import tarfile

MOST_CHARACTERS = 1500
FEWEST_TEXTS = 8
QUESTIONS = ("stard", "cmrc", "drcd", "xquad")


def read_texts(data: pathlib.Path):
    """Yields (side, text); sides are drafted, asked and told."""
    with tarfile.open(data / "laws.tar.xz") as archive:
        # In the archive's order: going back in it means decompressing it again.
        for member in archive:
            if not member.name.endswith(".md"):
                continue
            for line in archive.extractfile(member).read().decode("utf8", "ignore").splitlines():
                if len(line.strip()) > 8:
                    yield "drafted", line.strip()[:MOST_CHARACTERS]
    with lzma.open(data / "pairs.jsonl.xz", "rt", encoding="utf8") as lines:
        for number, line in enumerate(lines):
            pair = json.loads(line)
            if pair["source"] in QUESTIONS:
                yield "asked", pair["query"]
            elif pair["source"].startswith("news") and number % 2 == 0:
                yield "told", pair["query"] + pair["positive"][:400]
            elif pair["source"].startswith("gov_") or pair["source"] == "policykg":
                yield "drafted", pair["query"] + pair["positive"][:600]


def main(data: str, target: str) -> None:
    texts = list(read_texts(pathlib.Path(data)))
    lines = "".join(json.dumps(text, ensure_ascii=False) + "\n" for _, text in texts)
    cut = subprocess.run(["node", pathlib.Path(__file__).parent / "segment.mjs"], input=lines, capture_output=True, text=True, check=True)
    sizes = collections.Counter(side for side, _ in texts)
    counts = {side: collections.Counter() for side in sizes}
    for (side, _), words in zip(texts, cut.stdout.splitlines()):
        counts[side].update(set(words.split()))
    rows = []
    for word in sorted(set().union(*counts.values())):
        enough = sum(count[word] for count in counts.values()) >= FEWEST_TEXTS
        if not enough or not any("\u4e00" <= character <= "\u9fff" for character in word):
            continue
        share = {side: (counts[side][word] + 0.3) / sizes[side] for side in sizes}
        register = math.log(share["drafted"] / math.sqrt(share["asked"] * share["told"]))
        rarity = -math.log(sum(share.values()) / len(share))
        rows.append(f"{word}\t{register:.1f}\t{rarity:.1f}\n")
    pathlib.Path(target).write_text("".join(rows), encoding="utf8")
    print(len(rows), "words", hashlib.sha256("".join(rows).encode()).hexdigest())


if __name__ == "__main__":
    main(*sys.argv[1:])
