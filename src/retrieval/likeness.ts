import type { ReadPassage } from "../embedding/attentive-network.js";
import type { CrossEncoder } from "../embedding/cross-encoder.js";
import type { PieceSpace } from "../embedding/embedder.js";

/** How near the words of a question come to passages, by the bundled models. */
export interface Likeness {
  /**
   * For each text, in order, the nearness of each word, in order: the best cosine of a piece of the word with a piece of the text,
   * the mean over the word's pieces, 0 to 1. A word that the model does not know is near nothing.
   */
  wordsNear(words: readonly string[], texts: readonly string[]): readonly Float32Array[];
  /** For each text the cosine of its vector with the question's, 0 to 1. */
  alike(question: string, texts: readonly string[]): Float32Array;
  /** How well each passage, given in parts, answers the question: `CrossEncoder.scores`. */
  answering(question: string, passages: readonly (readonly string[])[]): Float32Array;
}

/** A text as the model reads it. */
interface ReadText {
  readonly pieces: Uint16Array;
  /** Length of the sum of the pieces' vectors. */
  readonly norm: number;
}

/** Passages are asked for again with every question, and reading one costs more than comparing it; emptied when full. */
const KEPT = 20_000;
/** Prepared for the cross-encoder, some 50 KB each: a small corpus whole. */
const PASSAGES_KEPT = 1_000;

/** Compares by the vectors of the pieces; passages are read once. */
export function createLikeness(space: PieceSpace, crossEncoder: CrossEncoder): Likeness {
  const known = new Map<string, ReadText>();
  const passagesRead = new Map<string, ReadPassage>();
  const read = (text: string): ReadText => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= KEPT) known.clear();
    const pieces = space.read(text);
    const made = { pieces, norm: space.norm(pieces) };
    known.set(text, made);
    return made;
  };
  const piecesOf = (texts: readonly string[]): Uint16Array[] => texts.map((text) => read(text).pieces);
  return {
    wordsNear(words, texts) {
      const asked = words.map((word) => space.read(word));
      const nearest = space.nearest(concatenate(asked), piecesOf(texts));
      const stride = asked.reduce((sum, { length }) => sum + length, 0);
      return texts.map((_, text) => meansOf(asked, nearest.subarray(text * stride, (text + 1) * stride)));
    },
    alike(question, texts) {
      const vector = space.vector(space.read(question));
      const sums = space.sums(vector, piecesOf(texts));
      return Float32Array.from(texts, (text, at) => {
        const { norm } = read(text);
        return norm === 0 ? 0 : Math.max(0, (sums[at] ?? 0) / norm);
      });
    },
    answering(question, passages) {
      const prepared = passages.map((parts) => {
        const key = parts.join("\n");
        const kept = passagesRead.get(key);
        if (kept !== undefined) return kept;
        if (passagesRead.size >= PASSAGES_KEPT) passagesRead.clear();
        const made = crossEncoder.read(concatenate(piecesOf(parts)));
        passagesRead.set(key, made);
        return made;
      });
      return crossEncoder.scores(space.read(question), prepared);
    },
  };
}

function concatenate(parts: readonly Uint16Array[]): Uint16Array {
  const whole = new Uint16Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
}

/** The mean for each word of the values of its pieces, which stand one word's after the other's. */
function meansOf(asked: readonly Uint16Array[], values: Float32Array): Float32Array {
  let end = 0;
  return Float32Array.from(asked, ({ length }) => {
    const own = values.subarray(end, end + length);
    end += length;
    return length === 0 ? 0 : Math.max(0, own.reduce((sum, value) => sum + value, 0) / length);
  });
}
