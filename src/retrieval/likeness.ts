import type { CrossEncoder } from "../embedding/cross-encoder.js";
import type { PieceSpace } from "../embedding/embedder.js";
import type { Scores } from "../embedding/passage-scores.js";
import { remember } from "../language/remember.js";

export { type Scores, VERDICTS } from "../embedding/passage-scores.js";

/** How near the words of a question come to passages, by the bundled models. */
export interface Likeness {
  /**
   * For each text, in order, the nearness of each word, in order: the best cosine of a piece of the word with a piece of the text,
   * the mean over the word's pieces, 0 to 1. A word that the model does not know is near nothing.
   */
  wordsNear(words: readonly string[], texts: readonly string[]): readonly Float32Array[];
  /** For each text the cosine of its vector with the question's, 0 to 1. */
  alike(question: string, texts: readonly string[]): Float32Array;
  /** How well each passage, given in parts, of which the last are its own words, answers the question: `CrossEncoder.scores`. */
  answering(question: string, passages: readonly (readonly string[])[]): readonly Scores[];
}

/** A text as the model reads it. */
interface ReadText {
  readonly pieces: Uint16Array;
  /** Length of the sum of the pieces' vectors. */
  readonly norm: number;
}

/** Reading a passage costs more than comparing it. */
const KEPT = 20_000;
/** Prepared for the cross-encoder, some 70 KB each. */
const PASSAGES_KEPT = 1_000;

/** Compares by the vectors of the pieces; passages are read once. */
export function createLikeness(space: PieceSpace, crossEncoder: CrossEncoder): Likeness {
  const read = remember(KEPT, (text): ReadText => {
    const pieces = space.read(text);
    return { pieces, norm: space.norm(pieces) };
  });
  const piecesOf = (texts: readonly string[]): Uint16Array[] => texts.map((text) => read(text).pieces);
  const readPassage = remember(
    PASSAGES_KEPT,
    (parts: readonly string[]) => {
      const pieces = piecesOf(parts);
      return crossEncoder.read(concatenate(pieces.slice(0, -1)), pieces.at(-1) ?? new Uint16Array());
    },
    // The same words under other headings are another passage, also where the headings have line breaks.
    (parts) => parts.join("\0"),
  );
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
      return crossEncoder.scores(space.read(question), passages.map(readPassage));
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
