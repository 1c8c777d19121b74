#!/usr/bin/env bash
# Trains models/zh-policy-cross-2 anew, in about forty minutes on two cores: unpacks the regulations that its question sets are asked
# of, writes their candidates, and hands them to train_cross_encoder.py. fit_ranking.sh comes after it.
# Needs ../shared/data and a Python with torch (training/requirements.txt); PYTHON names another one than python3.
set -euo pipefail
cd "$(dirname "$0")/.."
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

npm run --silent build
for number in 4 5 6 7 8; do
  set="evals/regulations/regulations-$number"
  mkdir "$work/$number"
  tar -xJf ../shared/data/laws.tar.xz -C "$work/$number" --strip-components=1 --files-from "$set-slice.txt"
  node dist/main.js features --out "$work/$number.json" --dataset "$set.train.jsonl" --corpus "$work/$number" --index "$work/$number-index"
done
"${PYTHON:-python3}" training/train_cross_encoder.py --data ../shared/data --model models/zh-policy-static-4 --out models/zh-policy-cross-2 "$work"/*.json
