"""Cuts texts into words with the product's segmenter (segment.mjs), remembering what was cut before."""

import hashlib
import json
import os
import subprocess
from pathlib import Path

SCRIPT = Path(__file__).with_name("segment.mjs")


def cut(texts: list[str], cache: Path) -> list[str]:
    """The words of each text, joined by spaces. `cache` is a folder; a list cut before is read from it."""
    data = "".join(json.dumps(text) + "\n" for text in texts).encode()
    kept = cache / (hashlib.sha256(data).hexdigest()[:24] + ".words")
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        run = subprocess.run(["node", str(SCRIPT)], input=data, stdout=subprocess.PIPE, check=True)
        part = kept.with_suffix(f".{os.getpid()}")
        part.write_bytes(run.stdout)
        part.rename(kept)
    lines = kept.read_text(encoding="utf-8").split("\n")[:-1]
    if len(lines) != len(texts):
        raise ValueError(f"{kept}: {len(lines)} lines for {len(texts)} texts")
    return lines
