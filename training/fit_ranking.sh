#!/usr/bin/env bash
# Fits src/answering/ranking/promise.json and weights.json anew, in about twenty minutes on two cores: unpacks the texts that the training and
# dev questions are asked of, writes what their candidates promise and their features, and hands them to fit_promise.py and fit_ranking.py.
# Needs ../shared/data and a Python with torch (training/requirements.txt); PYTHON names another one than python3.
set -euo pipefail
cd "$(dirname "$0")/.."
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# ask NAME DATASETS [ARCHIVE SLICE]: questions over the repository's corpus, or over the files of a slice of an archive; $what says what is written.
ask() {
  local corpus=corpus
  if [ $# -gt 2 ]; then
    corpus="$work/$1-corpus"
    if [ ! -d "$corpus" ]; then
      mkdir "$corpus"
      tar -xJf "../shared/data/$3" -C "$corpus" --strip-components=1 --files-from "$4"
    fi
  fi
  node dist/main.js features ${what:+"--$what"} --out "$work/${what:-features}/$1.json" --dataset "$2" --corpus "$corpus" --index "$work/$1-index"
}

# The other five sets over regulations taught the cross-encoder, which would look better on them than it is.
ask_all() {
  mkdir -p "$work/${what:-features}"
  ask chaoyang evals/chaoyang.train.jsonl,evals/chaoyang.dev.jsonl
  ask laws evals/laws.dev.jsonl laws.tar.xz evals/laws-slice.txt
  ask laws-a evals/laws.train.jsonl laws.tar.xz evals/laws-train-slice.txt
  ask laws-b evals/laws-b.train.jsonl laws.tar.xz evals/laws-b-slice.txt
  ask laws-c evals/laws-c.train.jsonl laws.tar.xz evals/laws-c-slice.txt
  ask notices evals/notices.train.jsonl notices.tar.xz evals/notices-slice.txt
  for number in 1 2 3; do
    set="evals/regulations/regulations-$number"
    ask "regulations-$number" "$set.train.jsonl" laws.tar.xz "$set-slice.txt"
  done
}

"${PYTHON:-python3}" training/screening.py src/answering/question/screening.json evals/{screen,chaoyang,laws,laws-b,laws-c,notices}.train.jsonl evals/regulations/*.train.jsonl
npx biome check --write src/answering/question/screening.json
npm run --silent build
# What promises to answer decides which candidates are looked at closely, so it is learned first.
what=promises ask_all
"${PYTHON:-python3}" training/fit_promise.py "$work"/promises/*.json src/answering/ranking/promise.json
npm run --silent build
what="" ask_all
weights=src/answering/ranking/weights.json
"${PYTHON:-python3}" training/fit_ranking.py "$work"/features/*.json "$work/shipped.weights" "$work/held-out.weights"
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
