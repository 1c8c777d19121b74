#!/usr/bin/env bash
# Trains models/zh-policy-cross-4 anew, in about forty minutes on two cores, and into the folder HELD_OUT the two networks that fit_ranking.sh wants, each of which has not learned from half of the train sets.
#   training/train_cross_encoder.sh HELD_OUT
# Needs ../shared/data and a Python with torch (training/requirements.txt); PYTHON names another one than python3.
set -euo pipefail
held_out="${1:?name the folder for the networks that have not learned from a half of the train sets}"
cd "$(dirname "$0")/.."
. training/question_sets.sh
# Memory that is given back to the system at every step is asked for again at the next: a step takes a third longer.
export MALLOC_MMAP_THRESHOLD_=8589934592 MALLOC_TRIM_THRESHOLD_=17179869184 GLIBC_TUNABLES=glibc.malloc.hugetlb=1

npm run --silent build
ask_sets "$work/general" "$general_sets"
for number in 0 1; do ask_sets "$work/features-$number" "$(half $number "$train_sets$pair_sets")"; done
"${PYTHON:-python3}" training/train_cross_encoder.py --data ../shared/data --model models/zh-policy-static-4 --out models/zh-policy-cross-4 --held-out "$held_out" \
  --half "$work"/features-0/*.json --half "$work"/features-1/*.json --general "$work"/general/*.json
