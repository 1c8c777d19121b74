#!/usr/bin/env bash
# Fits src/answering/weights.json anew, in about twenty minutes on two cores: unpacks the texts that the training and
# dev questions are asked of, writes the features of their candidates, and hands them to fit_ranking.py.
# Needs ../shared/data and a Python with torch (training/requirements.txt); PYTHON names another one than python3.
set -euo pipefail
cd "$(dirname "$0")/.."
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# features NAME DATASETS [ARCHIVE SLICE]: questions over the repository's corpus, or over the files of a slice of an archive.
features() {
  local corpus=corpus
  if [ $# -gt 2 ]; then
    corpus="$work/$1"
    mkdir "$corpus"
    tar -xJf "../shared/data/$3" -C "$corpus" --strip-components=1 --files-from "$4"
  fi
  node dist/main.js features --out "$work/$1.json" --dataset "$2" --corpus "$corpus" --index "$work/$1-index"
}

"${PYTHON:-python3}" training/screening.py src/answering/screening.json evals/{screen,chaoyang,laws,laws-b,laws-c,notices}.train.jsonl evals/regulations/*.train.jsonl
npx biome check --write src/answering/screening.json
npm run --silent build
features chaoyang evals/chaoyang.train.jsonl,evals/chaoyang.dev.jsonl
features laws evals/laws.dev.jsonl laws.tar.xz evals/laws-slice.txt
features laws-a evals/laws.train.jsonl laws.tar.xz evals/laws-train-slice.txt
features laws-b evals/laws-b.train.jsonl laws.tar.xz evals/laws-b-slice.txt
features laws-c evals/laws-c.train.jsonl laws.tar.xz evals/laws-c-slice.txt
features notices evals/notices.train.jsonl notices.tar.xz evals/notices-slice.txt
# The other five sets over regulations taught the cross-encoder, which would look better on them than it is.
for number in 1 2 3; do
  set="evals/regulations/regulations-$number"
  features "regulations-$number" "$set.train.jsonl" laws.tar.xz "$set-slice.txt"
done
weights=src/answering/weights.json
"${PYTHON:-python3}" training/fit_ranking.py "$work"/*.json "$work/shipped.weights" "$work/held-out.weights"
# The confidence is calibrated on questions that its weights have not seen.
cp "$work/held-out.weights" "$weights"
npm run --silent build
for set in dev calibration; do
  node dist/main.js eval --dataset "evals/chaoyang.$set.jsonl" --corpus corpus --index "$work/chaoyang-index" --out "$work/$set.eval" >/dev/null
done
cp "$work/shipped.weights" "$weights"
"${PYTHON:-python3}" training/calibrate.py "$weights" "$work/dev.eval" "$work/calibration.eval"
npx biome check --write "$weights"
npm run --silent build
