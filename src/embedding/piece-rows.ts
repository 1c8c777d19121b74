import type { OnnxTensor } from "./onnx-tensors.js";
import { loadPieceProgram, type PieceProgram } from "./piece-program.js";

const PAGE_BYTES = 65_536;
const ALIGNMENT = 16;
/** Values of a vector that one step takes. */
const LANES = 16;
/** Vectors that are compared at once, in fours. */
const GROUP = 16;
const QUAD = 4;
/** Bytes of the cosines of one row with a group: f32. */
const COSINES_BYTES = 64;
/** Bytes of what a quad is scaled by: f64. */
const FACTORS_BYTES = 64;
/** Numbers that a piece can have. */
const PIECES = 1 << 16;
/** Largest value of a vector scaled to whole numbers; 1,024 products with int8 stay below 2^31. */
const LARGEST = 16_383;
const MAX_DIMENSIONS = 1_024;

/** Where things lie in the memory, after the table. */
interface Places {
  readonly lengths: number;
  readonly pieces: number;
  readonly vectors: number;
  readonly factors: number;
  readonly best: number;
  readonly free: number;
}

/** Pieces of texts as they lie in the memory: each text's places among the distinct ones, end to end. */
interface LoadedTexts {
  readonly starts: Uint32Array;
  readonly distinctAt: number;
  readonly distinct: number;
  /** From here on memory is free. */
  readonly end: number;
}

/** The int8 rows of a table of pieces, and texts made of pieces compared with vectors and with each other. */
export class PieceRows {
  readonly dimensions: number;
  readonly #count: number;
  readonly #memory: WebAssembly.Memory;
  readonly #program: PieceProgram;
  readonly #at: Places;
  #rows: Int8Array;

  /**
   * Copies the tensor, int8 and two-dimensional. Throws RangeError for a table of 2^16 rows or more, or of dimensions that
   * the program cannot step through.
   */
  constructor({ dims: [count = 0, dimensions = 0], data }: OnnxTensor) {
    const isStepped = dimensions > 0 && dimensions % LANES === 0 && dimensions <= MAX_DIMENSIONS;
    if (!isStepped || count >= PIECES || data.length !== count * dimensions) {
      throw new RangeError(`a table of ${count} rows of ${dimensions} values in ${data.length} bytes`);
    }
    this.dimensions = dimensions;
    this.#count = count;
    this.#at = layOut(count, dimensions);
    this.#memory = new WebAssembly.Memory({ initial: Math.ceil(this.#at.free / PAGE_BYTES) });
    this.#rows = new Int8Array(this.#memory.buffer, 0, data.length);
    this.#rows.set(data);
    this.#lengths().fill(Number.NaN);
    this.#program = loadPieceProgram(this.#memory);
  }

  /** The rows end to end; to be asked for anew each time. */
  get rows(): Int8Array {
    return this.#rows;
  }

  /**
   * For each text the sum of the products of the vector with the rows of its pieces, each times its piece's scale. As exact as the
   * vector is in 15 bits.
   */
  sums(vector: ArrayLike<number>, scales: Float32Array, texts: readonly Uint16Array[]): Float64Array {
    const { starts, distinctAt, distinct, end } = this.#load(texts);
    const products = this.#dots(vector, scales, { distinctAt, distinct, end });
    const places = new Uint16Array(this.#memory.buffer, this.#at.free, starts[texts.length]);
    const sums = new Float64Array(texts.length);
    for (let at = 0; at < sums.length; at++) sums[at] = addUp(products, places, starts[at] ?? 0, starts[at + 1] ?? 0);
    return sums;
  }

  /** The product of the vector with each row, times the row's scale; as exact as `sums`. */
  products(vector: ArrayLike<number>, scales: Float32Array): Float32Array {
    const distinctAt = this.#at.free;
    const end = aligned(distinctAt + 2 * this.#count);
    this.#grow(end);
    const ids = new Uint16Array(this.#memory.buffer, distinctAt, this.#count);
    for (let id = 0; id < ids.length; id++) ids[id] = id;
    return this.#dots(vector, scales, { distinctAt, distinct: this.#count, end });
  }

  /** The same for distinct rows that lie in the memory by their numbers, in that order. */
  #dots(
    vector: ArrayLike<number>,
    scales: Float32Array,
    { distinctAt, distinct, end }: Omit<LoadedTexts, "starts">,
  ): Float32Array {
    this.#grow(end + distinct * Int32Array.BYTES_PER_ELEMENT);
    const { unit } = this.#setVector(vector, 1, 0);
    if (distinct > 0) {
      this.#program.dots(this.#at.vectors, distinctAt, distinctAt + 2 * distinct, end, 0, this.dimensions);
    }
    const { buffer } = this.#memory;
    const ids = new Uint16Array(buffer, distinctAt, distinct);
    return scaleUp(new Int32Array(buffer, end, distinct), unit, ids, scales);
  }

  /**
   * The greatest cosine of each asked piece with a piece of each text, text after text, those of one text in the order of
   * the asked pieces; 0 for a text without pieces.
   */
  nearest(asked: Uint16Array, texts: readonly Uint16Array[]): Float32Array {
    const loaded = this.#load(texts);
    this.#grow(loaded.end + loaded.distinct * COSINES_BYTES);
    this.#measure(new Uint16Array(this.#memory.buffer, loaded.distinctAt, loaded.distinct));
    const nearest = new Float32Array(texts.length * asked.length);
    for (let first = 0; first < asked.length; first += GROUP) {
      const group = asked.subarray(first, first + GROUP);
      this.#compare(group, loaded);
      this.#copyGreatest(group.length, loaded, nearest.subarray(first), asked.length);
    }
    return nearest;
  }

  /** Copies the pieces of texts and finds the distinct ones. */
  #load(texts: readonly Uint16Array[]): LoadedTexts {
    const starts = new Uint32Array(texts.length + 1);
    for (const [at, { length }] of texts.entries()) starts[at + 1] = (starts[at] as number) + length;
    const count = starts[texts.length] as number;
    const { free, pieces } = this.#at;
    const distinctAt = free + 2 * count;
    this.#grow(distinctAt + 2 * count);
    const copied = new Uint16Array(this.#memory.buffer, free, count);
    for (const [at, text] of texts.entries()) copied.set(text, starts[at]);
    const distinct = this.#program.gather(free, distinctAt, pieces, distinctAt);
    return { starts, distinctAt, distinct, end: aligned(distinctAt + 2 * distinct) };
  }

  /** The cosines of a group of pieces with the distinct ones, at the end of the texts. */
  #compare(group: Uint16Array, { distinctAt, distinct, end }: LoadedTexts): void {
    if (distinct === 0) return;
    const { vectors, factors, lengths } = this.#at;
    for (let quad = 0; quad * QUAD < group.length; quad++) {
      const scaled = new Float64Array(
        this.#memory.buffer,
        factors,
        FACTORS_BYTES / Float64Array.BYTES_PER_ELEMENT,
      ).fill(1);
      for (const [lane, piece] of group.subarray(quad * QUAD, (quad + 1) * QUAD).entries()) {
        const { unit, length } = this.#setVector(this.#rowOf(piece), QUAD, lane);
        scaled[lane] = unit;
        scaled[QUAD + lane] = length || 1;
      }
      const out = end + quad * QUAD * Float32Array.BYTES_PER_ELEMENT;
      const idsEnd = distinctAt + 2 * distinct;
      this.#program.cosines(distinctAt, idsEnd, 0, this.dimensions, vectors, out, lengths, factors);
    }
  }

  /** Writes the greatest cosines of each text with a compared group, one text's `stride` after the other's. */
  #copyGreatest(count: number, { starts, end }: LoadedTexts, out: Float32Array, stride: number): void {
    const { free, best } = this.#at;
    const greatest = new Float32Array(this.#memory.buffer, best, GROUP);
    for (let text = 0; text < starts.length - 1; text++) {
      const [from, to] = [starts[text] as number, starts[text + 1] as number];
      if (from === to) continue;
      this.#program.greatest(free + 2 * from, free + 2 * to, end, best);
      for (let at = 0; at < count; at++) out[text * stride + at] = greatest[at] as number;
    }
  }

  /** Scales a vector to whole numbers, for `dots` alone or as one of a quad; says what one of them is worth, and its length. */
  #setVector(vector: ArrayLike<number>, quad: number, lane: number): { unit: number; length: number } {
    let largest = 0;
    let squares = 0;
    for (let d = 0; d < this.dimensions; d++) {
      const value = vector[d] ?? 0;
      largest = Math.max(largest, Math.abs(value));
      squares += value * value;
    }
    const unit = largest / LARGEST || 1;
    const scaled = new Int16Array(this.#memory.buffer, this.#at.vectors, quad * this.dimensions);
    for (let d = 0; d < this.dimensions; d++) {
      const block = d - (d % LANES);
      scaled[block * quad + lane * LANES + (d % LANES)] = Math.round((vector[d] ?? 0) / unit);
    }
    return { unit, length: Math.fround(Math.sqrt(squares)) };
  }

  #rowOf(piece: number): Int8Array {
    return this.#rows.subarray(piece * this.dimensions, (piece + 1) * this.dimensions);
  }

  /** Works out the lengths of rows that have not been compared before; 1 for a row of zeros, whose products are 0. */
  #measure(ids: Uint16Array): void {
    const lengths = this.#lengths();
    for (const id of ids) {
      if (!Number.isNaN(lengths[id])) continue;
      const squares = this.#rowOf(id).reduce((sum, value) => sum + value * value, 0);
      lengths[id] = Math.sqrt(squares) || 1;
    }
  }

  #lengths(): Float32Array {
    return new Float32Array(this.#memory.buffer, this.#at.lengths, this.#count);
  }

  #grow(bytes: number): void {
    const lacking = bytes - this.#memory.buffer.byteLength;
    if (lacking <= 0) return;
    this.#memory.grow(Math.ceil(lacking / PAGE_BYTES));
    this.#rows = new Int8Array(this.#memory.buffer, 0, this.#count * this.dimensions);
  }
}

function layOut(count: number, dimensions: number): Places {
  const lengths = aligned(count * dimensions);
  const pieces = aligned(lengths + count * Float32Array.BYTES_PER_ELEMENT);
  const vectors = pieces + PIECES * Uint16Array.BYTES_PER_ELEMENT;
  const factors = vectors + QUAD * dimensions * Int16Array.BYTES_PER_ELEMENT;
  const best = factors + FACTORS_BYTES;
  return { lengths, pieces, vectors, factors, best, free: best + COSINES_BYTES };
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}

// Plain loops: with `from` and a function these took longer than all products.
function scaleUp(dots: Int32Array, unit: number, ids: Uint16Array, scales: Float32Array): Float32Array {
  const products = new Float32Array(dots.length);
  for (let at = 0; at < dots.length; at++) {
    products[at] = Math.fround((dots[at] as number) * unit) * (scales[ids[at] as number] ?? 0);
  }
  return products;
}

function addUp(products: Float32Array, places: Uint16Array, start: number, end: number): number {
  let sum = 0;
  for (let at = start; at < end; at++) sum += products[places[at] as number] as number;
  return sum;
}
