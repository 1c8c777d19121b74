/** A word over this length is unknown as a whole, as in the tokenizer's settings. */
const MAX_WORD_CHARACTERS = 100;

/**
 * The tokenizer of the bundled model: the longest piece from the left, again and again, without a mark of continuation; a
 * word with an unknown character is unknown as a whole. Gives the numbers of the pieces of words, unknown ones left out.
 */
export function readWordPieces(words: readonly string[], vocabulary: ReadonlyMap<string, number>): Uint16Array {
  return Uint16Array.from(words.flatMap((word) => piecesOf(word, vocabulary)));
}

function piecesOf(word: string, vocabulary: ReadonlyMap<string, number>): number[] {
  const whole = vocabulary.get(word);
  if (whole !== undefined) return [whole];
  if (word.length > MAX_WORD_CHARACTERS) return [];
  const pieces: number[] = [];
  for (let start = 0; start < word.length; ) {
    let end = word.length;
    while (end > start && !vocabulary.has(word.slice(start, end))) end--;
    if (end === start) return [];
    pieces.push(vocabulary.get(word.slice(start, end)) as number);
    start = end;
  }
  return pieces;
}
