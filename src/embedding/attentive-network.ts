import { asRows, BYTES, layOut, pooledWidthOf, QUAD, upTo, type Views, widthOf } from "./network-memory.js";
import { bestOf, type Scores, UNREAD } from "./passage-scores.js";
import { QUESTION_PIECES, windowsOf } from "./passage-windows.js";
import { addProduct, lengthOf, mix, softmax } from "./row-arithmetic.js";
import { loadRowProducts, type RowProducts } from "./row-products.js";

/** A row of an int8 table is multiplied by its scale. Names as in training/cross_encoder.py. */
export interface Weights {
  readonly table: Int8Array;
  readonly scales: Float32Array;
  readonly passageMix: Float32Array;
  readonly questionMix: Float32Array;
  readonly questionOut: Float32Array;
  readonly attention: Float32Array;
  readonly cosineWeight: number;
  readonly nothingWeight: number;
  readonly nothing: Float32Array;
  readonly compareQuestion: Float32Array;
  readonly compare: Float32Array;
  readonly compareBias: Float32Array;
  readonly importance: Float32Array;
  readonly shape: Float32Array;
  readonly pool: Float32Array;
  readonly poolBias: Float32Array;
  readonly score: Float32Array;
  readonly scoreBias: Float32Array;
}

/** A passage as the network reads it whatever is asked, window by window. */
export type ReadPassage = readonly ReadWindow[];

interface ReadWindow {
  /** Pieces. */
  readonly count: number;
  /** Rows of vectors among their neighbours; then their own vectors at length 1; then the first as columns, each filled up to fours. */
  readonly values: Float32Array;
  /** The greatest value in each column. */
  readonly greatest: Float32Array;
}

const LEAST_LENGTH = 1e-6;

/** What of a question every passage is compared with. */
interface ReadQuestion {
  readonly count: number;
  /** Rows of `dimensions`. */
  readonly vectors: Float32Array;
  /** Rows of `compared`, bias included. */
  readonly compared: Float32Array;
  /** How much each piece matters; they sum to 1. */
  readonly importance: Float32Array;
  readonly shape: Float32Array;
}

/**
 * The network of training/cross_encoder.py, number for number. All but the last products are made by `row-products.wat`, for tables whose
 * vectors and comparisons are a multiple of four long.
 */
export class AttentiveNetwork {
  readonly #weights: Weights;
  readonly #dimensions: number;
  readonly #compared: number;
  readonly #products: RowProducts;
  readonly #width: number;
  /** In the memory that the program works on. */
  readonly #at: Views;
  readonly #pooled: Float32Array;

  constructor(weights: Weights) {
    this.#weights = weights;
    const dimensions = weights.nothing.length;
    const compared = weights.compareBias.length;
    this.#dimensions = dimensions;
    this.#compared = compared;
    this.#width = widthOf(dimensions);
    const { memory, at } = layOut(dimensions, compared, weights.poolBias.length);
    this.#at = at;
    const { questionOut, attention, compareQuestion, compare, shape, pool } = weights;
    asRows(questionOut, dimensions, at.questionOutRows);
    asRows(attention, dimensions, at.attentionRows);
    asRows(compareQuestion, compared, at.compareQuestionRows);
    asRows(compare, compared, at.compareRows);
    asRows(shape, dimensions, at.shapeRows);
    asRows(pool, weights.poolBias.length, at.poolRows);
    this.#products = loadRowProducts(memory);
    this.#pooled = new Float32Array(pooledWidthOf(dimensions, compared));
  }

  /** `from` × a matrix, given as `asRows` has laid it out; the result is good until the next one. */
  #multiply(from: Float32Array, rows: Float32Array, inner: number): Float32Array {
    const { input, output } = this.#at;
    input.set(from);
    const [bytes, b] = [inner * BYTES, rows.byteOffset];
    const count = from.length / inner;
    this.#products(
      input.byteOffset,
      input.byteOffset + count * bytes,
      b,
      b + rows.length * BYTES,
      bytes,
      output.byteOffset,
    );
    return output.subarray(0, (count * rows.length) / inner);
  }

  read(head: Uint16Array, own: Uint16Array): ReadPassage {
    return windowsOf(head, own)
      .filter(({ length }) => length > 0)
      .map((pieces) => this.#read(pieces));
  }

  #read(pieces: Uint16Array): ReadWindow {
    const dimensions = this.#dimensions;
    const count = pieces.length;
    const stride = upTo(count, QUAD);
    const values = new Float32Array((2 * count + stride) * dimensions);
    const rows = values.subarray(0, count * dimensions);
    const units = values.subarray(count * dimensions, 2 * count * dimensions);
    const columns = values.subarray(2 * count * dimensions);
    this.#look(pieces, units);
    mix(units, rows, count, this.#weights.passageMix);
    const greatest = new Float32Array(dimensions).fill(Number.NEGATIVE_INFINITY);
    for (let at = 0; at < count; at++) {
      const start = at * dimensions;
      for (let d = 0; d < dimensions; d++) {
        const value = (rows[start + d] as number) + (units[start + d] as number);
        rows[start + d] = value;
        columns[d * stride + at] = value;
        if (value > (greatest[d] as number)) greatest[d] = value;
      }
      const factor = 1 / Math.max(LEAST_LENGTH, lengthOf(units.subarray(start, start + dimensions)));
      for (let d = 0; d < dimensions; d++) units[start + d] = (units[start + d] as number) * factor;
    }
    return { count, values, greatest };
  }

  scores(question: Uint16Array, passages: readonly ReadPassage[]): Scores[] {
    if (question.length === 0) return passages.map(() => UNREAD);
    const asked = this.#readQuestion(question.subarray(0, QUESTION_PIECES));
    return passages.map((windows) => bestOf(windows.map((window) => this.#score(asked, window))));
  }

  #readQuestion(pieces: Uint16Array): ReadQuestion {
    const { questionMix, cosineWeight, compareBias, importance } = this.#weights;
    const dimensions = this.#dimensions;
    const count = pieces.length;
    const own = new Float32Array(count * dimensions);
    this.#look(pieces, own);
    const weights = new Float32Array(count);
    for (let at = 0; at < count; at++) {
      const row = own.subarray(at * dimensions, (at + 1) * dimensions);
      const length = Math.max(LEAST_LENGTH, lengthOf(row));
      weights[at] = Math.log(length) * (importance[dimensions] as number);
      // Scaled here, so that the product with a unit vector is what the cosine adds to the attention.
      for (let d = 0; d < dimensions; d++) {
        this.#at.units[at * dimensions + d] = ((row[d] as number) / length) * cosineWeight;
      }
    }
    const mixed = new Float32Array(count * dimensions);
    mix(own, mixed, count, questionMix);
    const vectors = own;
    const added = this.#multiply(mixed, this.#at.questionOutRows, dimensions);
    for (let at = 0; at < vectors.length; at++) vectors[at] = (vectors[at] as number) + (added[at] as number);
    const scale = 1 / Math.sqrt(dimensions);
    const attending = this.#multiply(vectors, this.#at.attentionRows, dimensions);
    for (let at = 0; at < attending.length; at++) this.#at.attending[at] = (attending[at] as number) * scale;
    const compared = Float32Array.from(
      this.#multiply(vectors, this.#at.compareQuestionRows, dimensions),
      (value, at) => value + (compareBias[at % this.#compared] as number),
    );
    const topic = new Float32Array(dimensions);
    for (let at = 0; at < count; at++) {
      for (let d = 0; d < dimensions; d++) {
        const value = vectors[at * dimensions + d] as number;
        topic[d] = (topic[d] as number) + value / count;
        weights[at] = (weights[at] as number) + value * (importance[d] as number);
      }
    }
    softmax(weights, count);
    const shape = this.#multiply(topic, this.#at.shapeRows, dimensions).slice();
    return { count, vectors, compared, importance: weights, shape };
  }

  #score(asked: ReadQuestion, passage: ReadWindow): Scores {
    const { poolBias, score, scoreBias } = this.#weights;
    const dimensions = this.#dimensions;
    const compared = this.#compared;
    const { comparisons, differences } = this.#at;
    this.#compare(asked, passage);
    const pooled = this.#pooled.fill(0);
    let near = 0;
    for (let piece = 0; piece < asked.count; piece++) {
      const weight = asked.importance[piece] as number;
      for (let to = 0; to < compared; to++) {
        const place = piece * compared + to;
        const value = Math.max(0, (comparisons[place] as number) + (asked.compared[place] as number));
        pooled[to] = (pooled[to] as number) + weight * value;
        if (value > (pooled[compared + to] as number)) pooled[compared + to] = value;
      }
      near += weight * (differences[piece * this.#width + 2 * dimensions] as number);
    }
    const shapeAt = 2 * compared;
    for (let d = 0; d < dimensions; d++) {
      pooled[shapeAt + d] = (passage.greatest[d] as number) * (asked.shape[d] as number);
    }
    pooled[shapeAt + dimensions] = near;
    pooled[shapeAt + dimensions + 1] = Math.log(passage.count);
    const hidden = this.#multiply(pooled, this.#at.poolRows, pooled.length).slice(0, poolBias.length);
    for (let at = 0; at < hidden.length; at++)
      hidden[at] = Math.max(0, (hidden[at] as number) + (poolBias[at] as number));
    const sums = Float32Array.from(scoreBias);
    addProduct(hidden, score, sums, hidden.length, sums.length);
    const [relevance = 0, told = 0, ...verdicts] = sums;
    return { relevance, told, verdicts };
  }

  /** Lays each piece of the question beside what it attends to in the passage and compares the two, into `comparisons`. */
  #compare(asked: ReadQuestion, { count, values }: ReadWindow): void {
    const dimensions = this.#dimensions;
    const at = this.#at;
    at.passage.set(values);
    const stride = upTo(count, QUAD);
    const start = at.passage.byteOffset;
    const rowsEnd = start + count * dimensions * BYTES;
    const unitsEnd = rowsEnd + count * dimensions * BYTES;
    const bytes = dimensions * BYTES;
    const products = (from: Float32Array, b: number, bEnd: number, rowBytes: number, to: Float32Array): void =>
      this.#products(from.byteOffset, from.byteOffset + asked.count * rowBytes, b, bEnd, rowBytes, to.byteOffset);
    products(at.attending, start, rowsEnd, bytes, at.attention);
    products(at.units, rowsEnd, unitsEnd, bytes, at.cosines);
    for (let piece = 0; piece < asked.count; piece++) this.#attend(piece, count, stride);
    products(at.attention, unitsEnd, unitsEnd + dimensions * stride * BYTES, stride * BYTES, at.met);
    const { differences, met } = at;
    const { vectors } = asked;
    const { nothing } = this.#weights;
    for (let piece = 0; piece < asked.count; piece++) {
      const to = piece * this.#width;
      const from = piece * dimensions;
      const none = differences[to + 2 * dimensions + 1] as number;
      for (let d = 0; d < dimensions; d++) {
        const own = vectors[from + d] as number;
        const other = (met[from + d] as number) + none * (nothing[d] as number);
        differences[to + d] = own * other;
        differences[to + dimensions + d] = Math.abs(own - other);
      }
    }
    const width = this.#width * BYTES;
    const { byteOffset } = at.compareRows;
    products(at.differences, byteOffset, byteOffset + this.#compared * width, width, at.comparisons);
  }

  /** Makes the attention of one piece sum to 1 with what goes to nothing, and notes that and the nearest cosine to be compared. */
  #attend(piece: number, count: number, stride: number): void {
    const { nothingWeight, cosineWeight } = this.#weights;
    const { attention, cosines, differences } = this.#at;
    const start = piece * stride;
    let nearest = Number.NEGATIVE_INFINITY;
    let most = nothingWeight;
    for (let at = start; at < start + count; at++) {
      const cosine = cosines[at] as number;
      const value = (attention[at] as number) + cosine;
      attention[at] = value;
      if (cosine > nearest) nearest = cosine;
      if (value > most) most = value;
    }
    const none = Math.exp(nothingWeight - most);
    let sum = none;
    for (let at = start; at < start + count; at++) {
      const share = Math.exp((attention[at] as number) - most);
      attention[at] = share;
      sum += share;
    }
    for (let at = start; at < start + count; at++) attention[at] = (attention[at] as number) / sum;
    // The products take rows filled up to fours.
    attention.fill(0, start + count, start + stride);
    const to = piece * this.#width + 2 * this.#dimensions;
    differences[to] = nearest / cosineWeight;
    differences[to + 1] = none / sum;
  }

  /** Writes the vectors of pieces, a row each. */
  #look(pieces: Uint16Array, out: Float32Array): void {
    const { table, scales } = this.#weights;
    const dimensions = this.#dimensions;
    for (let at = 0; at < pieces.length; at++) {
      const piece = pieces[at] as number;
      const scale = scales[piece] ?? 0;
      const start = piece * dimensions;
      const row = at * dimensions;
      for (let d = 0; d < dimensions; d++) out[row + d] = scale * (table[start + d] as number);
    }
  }
}
