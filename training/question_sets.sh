# For train_cross_encoder.sh and fit_ranking.sh, from the root of the repository: asks the product the question sets, in a temporary folder $work.
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# Which texts each set is asked of, its questions, the archive and the slice of it; none for the repository's corpus.
train_sets="
  chaoyang      evals/chaoyang.train.jsonl
  laws-a        evals/laws.train.jsonl                         laws.tar.xz     evals/laws-train-slice.txt
  laws-b        evals/laws-b.train.jsonl                       laws.tar.xz     evals/laws-b-slice.txt
  laws-c        evals/laws-c.train.jsonl                       laws.tar.xz     evals/laws-c-slice.txt
  notices       evals/notices.train.jsonl                      notices.tar.xz  evals/notices-slice.txt
  regulations-1 evals/regulations/regulations-1.train.jsonl    laws.tar.xz     evals/regulations/regulations-1-slice.txt
  regulations-2 evals/regulations/regulations-2.train.jsonl    laws.tar.xz     evals/regulations/regulations-2-slice.txt
  regulations-3 evals/regulations/regulations-3.train.jsonl    laws.tar.xz     evals/regulations/regulations-3-slice.txt"
# For the cross-encoder alone: of pairs that differ in one word the other signs of the fit know nothing, and what they know of other questions it unlearned (NOTES.md).
pair_sets="
  chaoyang-pairs evals/chaoyang.pairs.train.jsonl"
dev_sets="
  chaoyang      evals/chaoyang.dev.jsonl
  laws          evals/laws.dev.jsonl                           laws.tar.xz     evals/laws-slice.txt"
general_sets="$(for number in 4 5 6 7 8; do
  set="evals/regulations/regulations-$number"
  echo "regulations-$number $set.train.jsonl laws.tar.xz $set-slice.txt"
done)"

# ask OUT NAME DATASET CORPUS [OPTION…]: the features of a set's candidates.
ask() {
  mkdir -p "$(dirname "$1")"
  node dist/main.js features --out "$1" --dataset "$3" --corpus "$4" --index "$work/index-$2" "${@:5}"
}

# ask_sets OUT SETS [OPTION…]: as OUT/NAME.json.
ask_sets() {
  local name dataset archive slice corpus
  while read -r name dataset archive slice; do
    [ -n "$name" ] || continue
    corpus="$(unpack "$name" "$archive" "$slice")"
    ask "$1/$name.json" "$name" "$dataset" "$corpus" "${@:3}"
  done <<<"$2"
}

# unpack NAME ARCHIVE SLICE: the folder of texts.
unpack() {
  [ -n "$2" ] || { echo corpus; return; }
  local folder="$work/corpus-$1"
  if [ ! -d "$folder" ]; then
    mkdir "$folder"
    tar -xJf "../shared/data/$2" -C "$folder" --strip-components=1 --files-from "$3"
  fi
  echo "$folder"
}

# half NUMBER SETS: these with half of their questions, by hundreds, so that a question and its twin stay together.
half() {
  local name dataset rest
  mkdir -p "$work/half-$1"
  while read -r name dataset rest; do
    [ -n "$name" ] || continue
    awk -v half="$1" 'int((NR - 1) / 100) % 2 == half' "$dataset" >"$work/half-$1/$(basename "$dataset")"
    echo "$name $work/half-$1/$(basename "$dataset") $rest"
  done <<<"$2"
}
