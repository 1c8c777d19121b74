#!/usr/bin/env bash
# Fits src/answering/ranking/promise.json and weights.json anew, in about thirty minutes on two cores: unpacks the texts that the training and
# dev questions are asked of, writes what their candidates promise and their features, and hands them to fit_promise.py and fit_ranking.py.
#   training/fit_ranking.sh HELD_OUT
# HELD_OUT is what train_cross_encoder.sh has written: a train question is read by the network that has not learned from it.
# Needs ../shared/data and a Python with torch (training/requirements.txt); PYTHON names another one than python3.
set -euo pipefail
held_out="$(realpath "${1:?name the folder that train_cross_encoder.sh has written networks to}")"
cd "$(dirname "$0")/.."
. training/question_sets.sh

"${PYTHON:-python3}" training/screening.py src/answering/question/screening.json evals/{screen,chaoyang,laws,laws-b,laws-c,notices}.train.jsonl evals/regulations/*.train.jsonl
npx biome check --write src/answering/question/screening.json
npm run --silent build
# What promises to answer decides which candidates are looked at closely, so it is learned first.
ask_sets "$work/promises" "$train_sets" --promises
ask_sets "$work/promises/dev" "$dev_sets" --promises
"${PYTHON:-python3}" training/fit_promise.py "$work"/promises/{,dev/}*.json src/answering/ranking/promise.json
npm run --silent build
for number in 0 1; do ask_sets "$work/features/$number" "$(half $number "$train_sets")" --cross-encoder "$held_out/$number"; done
ask_sets "$work/features/dev" "$dev_sets"
"${PYTHON:-python3}" training/near_misses.py --data ../shared/data --out "$work/near-misses"
for dataset in "$work"/near-misses/*.jsonl; do
  name="$(basename "$dataset" .jsonl)"
  ask "$work/features/near-misses/$name.json" "$name" "$dataset" "$work/near-misses/$name"
done
weights=src/answering/ranking/weights.json
"${PYTHON:-python3}" training/fit_ranking.py "$work"/features/*/*.json "$work/shipped.weights" "$work/held-out.weights"
# The confidence is calibrated on questions that its weights have not seen.
cp "$work/held-out.weights" "$weights"
npm run --silent build
for set in dev calibration; do
  node dist/main.js eval --dataset "evals/chaoyang.$set.jsonl" --corpus corpus --index "$work/index-chaoyang" --out "$work/$set.eval" >/dev/null
done
cp "$work/shipped.weights" "$weights"
"${PYTHON:-python3}" training/calibrate.py "$weights" "$work/dev.eval" "$work/calibration.eval"
npx biome check --write "$weights"
npm run --silent build
