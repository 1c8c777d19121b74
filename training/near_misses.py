"""
Question sets of the near misses that the cross-encoder does not learn (`is_held_out` in lay.py), each over a small corpus of whole laws.

    python3 training/near_misses.py --data ../shared/data --out FOLDER

Writes FOLDER/near-misses-1.jsonl over the files of FOLDER/near-misses-1 and so on. A question that an article only seems to answer cites it all the same, answerable false: `fit_ranking.py` takes it for
one without an answer where the best candidate stands in that article, for another article may well answer it.
"""

import argparse
import json
import random
import re
import tarfile
from collections import defaultdict
from pathlib import Path

from articles import NUMERAL, read_law
from lay import is_held_out, read_labelled

LAY = Path(__file__).with_name("lay")
LAWS, CORPORA = 24, 36  # of a corpus; some 6,000 questions
SEED = 1
NUMBER = re.compile(rf"^第([{NUMERAL}]+)条$")
DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
UNITS = {"十": 10, "百": 100, "千": 1000}


def to_integer(numeral: str) -> int:
    """一百二十三 → 123."""
    total, digit = 0, 0
    for character in numeral:
        if character in UNITS:
            total, digit = total + (digit or 1) * UNITS[character], 0
        else:
            digit = DIGITS.get(character, 0)
    return total + digit


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    asked = defaultdict(list)
    for source, place, label, question in read_labelled(LAY / "near-misses.tsv"):
        if is_held_out(source, place) and NUMBER.match(place):
            asked[source].append((place, label == "+", question))
    files = {}
    with tarfile.open(args.data / "laws.tar.xz", "r|*") as tar:
        for member in tar:
            if member.name.endswith(".md"):
                text = tar.extractfile(member).read().decode("utf-8")
                first = next(read_law(member.name, text), None)
                if first and f"{first.law}\t{first.date}" in asked:
                    files.setdefault(f"{first.law}\t{first.date}", (member.name.removeprefix("laws/"), text))
    sources = sorted(files)
    random.Random(SEED).shuffle(sources)
    for group, start in enumerate(range(0, len(sources), LAWS)[:CORPORA], 1):
        lines = []
        for source in sources[start : start + LAWS]:
            name, text = files[source]
            file = args.out / f"near-misses-{group}" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
            for place, is_told, question in asked[source]:
                gold = {"document": name.removesuffix(".md"), "eId": f"art_{to_integer(NUMBER.match(place).group(1))}"}
                lines.append({"id": f"N{group}-{len(lines) + 1}", "question": question, "answerable": is_told, "citations": [gold]})
        (args.out / f"near-misses-{group}.jsonl").write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
