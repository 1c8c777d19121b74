/** `posting-walk.wat`, assembled with `npx wabt@1.0.39 wat2wasm`. */
const PROGRAM =
  "AGFzbQEAAAABEwJgBn9/f39/fwBgBX9/f31/AX8CEAEEaG9zdAZtZW1vcnkCAAADAwIAAQcTAgR3YWxrAAAIcmVhY2hpbmcAAQrBAwK0AQQDfwF8An8B" +
  "fAJAIAAgAU8NAANAIAAoAgAhBiAAKAIEIQcgACsDCCEJIAAoAhAhCiAAKAIUIARBAnRrIQsCQANAIAYgB08NASACIAZBAnRqKAIAIQggCCAFTw0BIAMg" +
  "BmotAAC4IQwgCEECdCEIIAsgCGogCyAIaioCALsgCSAMoiAMIAogCGoqAgC7oKOgtjgCACAGQQFqIQYMAAsLIAAgBjYCACAAQSBqIgAgAUkNAAsLC4gC" +
  "AwN/AXsCfyAEIQcgA/0TIQgCQANAIAUgAk8NASAFQQJ0IQogBUEQaiEFIAAgCmr9AAQAIAEgCmr9AAQA/eQBIAAgCmr9AAQQIAEgCmr9AAQQ/eQB/esB" +
  "IAAgCmr9AAQgIAEgCmr9AAQg/eQBIAAgCmr9AAQwIAEgCmr9AAQw/eQB/esB/esBIAj9Rv1TRQ0AIAVBEGshBSAFQRBqIQYDQCAFQQJ0IQogACAKav0A" +
  "BAAgASAKav0ABAD95AEgCP1G/aQBIQkCQANAIAlFDQEgBCAFIAloajYCACAEQQRqIQQgCSAJQQFrcSEJDAALCyAFQQRqIgUgBkkNAAsMAAsLIAQgB2tB" +
  "AnYL";

/** The entries of one term, rows rising, and what a full match of it adds to a row's score. */
export interface AskedTerm {
  readonly rows: Uint32Array;
  readonly frequencies: Uint8Array;
  readonly gain: number;
}

/** The terms of a question, by field. */
export interface AskedTerms {
  readonly words: readonly AskedTerm[];
  readonly bigrams: readonly AskedTerm[];
}

/** What the length of each row adds to the denominator of its scores, by field. */
export type RowNorms = Readonly<Record<keyof AskedTerms, Float32Array>>;

/** The scores of the rows from `first` to before `end`, until the next block. */
export interface ScoredBlock {
  readonly first: number;
  readonly end: number;
  /** By place in the block. */
  readonly words: Float32Array;
  readonly bigrams: Float32Array;
  /** The places of the rows whose two scores together are at least this and not 0, and perhaps some that are a rounding below. */
  placesFrom(score: number): Uint32Array;
}

interface Program {
  walk(term: number, terms: number, rows: number, frequencies: number, first: number, limit: number): void;
  reaching(words: number, bigrams: number, count: number, threshold: number, out: number): number;
}

const PAGE_BYTES = 65_536;
const ALIGNMENT = 16;
/** Rows whose scores and norms stay in the processor's cache while every term adds to them. */
const BLOCK_ROWS = 8_192;
/** Rows that are compared at once. */
const LANES = 16;
const TERM_BYTES = 32;
/** Shared memory is copied eight bytes at once only between places that are equally far from a multiple of eight, else byte by byte. */
const STEP = 8;
/** Entries that are copied at once: 5 bytes each; a question of thousands of common words is walked in several parts. */
const MOST_ENTRIES = 1 << 19;
const SMALLEST = 2 ** -149;

/**
 * BM25 over postings, block of rows after block, so that the sums stay in the processor's cache. The sums are those of plain
 * arithmetic in the order of the terms, to the bit. Entries are copied beside the sums, which costs a tenth of walking them.
 */
export class PostingWalk {
  readonly #size: number;
  readonly #memory: WebAssembly.Memory;
  readonly #program: Program;
  readonly #normsAt: Readonly<Record<keyof AskedTerms, number>>;
  readonly #wordsAt: number;
  readonly #bigramsAt: number;
  readonly #outAt: number;
  readonly #termsAt: number;
  readonly #blockRows: number;

  /** `norms` are copied. */
  constructor(norms: RowNorms) {
    this.#size = norms.words.length;
    this.#blockRows = Math.min(BLOCK_ROWS, Math.max(LANES, Math.ceil(this.#size / LANES) * LANES));
    const blockBytes = this.#blockRows * Float32Array.BYTES_PER_ELEMENT;
    this.#normsAt = { words: 0, bigrams: norms.words.byteLength };
    this.#wordsAt = Math.ceil((2 * norms.words.byteLength) / ALIGNMENT) * ALIGNMENT;
    this.#bigramsAt = this.#wordsAt + blockBytes;
    this.#outAt = this.#bigramsAt + blockBytes;
    this.#termsAt = this.#outAt + blockBytes;
    this.#memory = new WebAssembly.Memory({ initial: Math.ceil(this.#termsAt / PAGE_BYTES) });
    new Float32Array(this.#memory.buffer, this.#normsAt.words, this.#size).set(norms.words);
    new Float32Array(this.#memory.buffer, this.#normsAt.bigrams, this.#size).set(norms.bigrams);
    const program = new WebAssembly.Module(Buffer.from(PROGRAM, "base64"));
    const instance = new WebAssembly.Instance(program, { host: { memory: this.#memory } });
    this.#program = instance.exports as unknown as Program;
  }

  /** Shows every block of rows with its scores, in order. */
  walk(asked: AskedTerms, onBlock: (block: ScoredBlock) => void): void {
    this.#walkPart(asked, 0, this.#size, onBlock);
  }

  #walkPart(asked: AskedTerms, first: number, end: number, onBlock: (block: ScoredBlock) => void): void {
    const count = countEntries(asked.words) + countEntries(asked.bigrams);
    const blocks = Math.ceil((end - first) / this.#blockRows);
    if (count > MOST_ENTRIES && blocks > 1) {
      const middle = first + Math.ceil(blocks / 2) * this.#blockRows;
      this.#walkPart(within(asked, first, middle), first, middle, onBlock);
      this.#walkPart(within(asked, middle, end), middle, end, onBlock);
      return;
    }
    const terms = asked.words.length + asked.bigrams.length;
    const copied = this.#copy(asked, Math.ceil(count / STEP + terms) * STEP);
    for (let start = first; start < end; start += this.#blockRows) {
      onBlock(this.#scoreBlock(copied, start, Math.min(end, start + this.#blockRows)));
    }
  }

  /** Lays the terms and their entries out behind the sums; `room` is for entries. */
  #copy({ words, bigrams }: AskedTerms, room: number): CopiedTerms {
    const termsEnd = this.#termsAt + (words.length + bigrams.length) * TERM_BYTES;
    const rowsEnd = termsEnd + room * Uint32Array.BYTES_PER_ELEMENT;
    this.#grow(rowsEnd + room);
    const { buffer } = this.#memory;
    const copied = {
      termsEnd,
      rowsAt: termsEnd,
      frequenciesAt: rowsEnd,
      sums: new Float32Array(buffer, this.#wordsAt, 2 * this.#blockRows),
      terms: new DataView(buffer, this.#termsAt, termsEnd - this.#termsAt),
      rows: new Uint32Array(buffer, termsEnd, room),
      frequencies: new Uint8Array(buffer, rowsEnd, room),
    };
    const next = copyField(copied, words, 0, 0, this.#normsAt.words, this.#wordsAt);
    copyField(copied, bigrams, words.length, next, this.#normsAt.bigrams, this.#bigramsAt);
    return copied;
  }

  #grow(bytes: number): void {
    const lacking = bytes - this.#memory.buffer.byteLength;
    if (lacking > 0) this.#memory.grow(Math.ceil(lacking / PAGE_BYTES));
  }

  #scoreBlock({ sums, termsEnd, rowsAt, frequenciesAt }: CopiedTerms, first: number, end: number): ScoredBlock {
    sums.fill(0);
    this.#program.walk(this.#termsAt, termsEnd, rowsAt, frequenciesAt, first, end);
    const { buffer } = this.#memory;
    return {
      first,
      end,
      words: sums.subarray(0, this.#blockRows),
      bigrams: sums.subarray(this.#blockRows),
      placesFrom: (score) => {
        // Both this and the sum are rounded the same way, so that no row is missed.
        const least = Math.max(SMALLEST, Math.fround(score));
        const found = this.#program.reaching(this.#wordsAt, this.#bigramsAt, end - first, least, this.#outAt);
        return new Uint32Array(buffer, this.#outAt, found);
      },
    };
  }
}

/** Where the terms of a question lie in the memory, and views of them and of the sums. */
interface CopiedTerms {
  readonly termsEnd: number;
  readonly rowsAt: number;
  readonly frequenciesAt: number;
  /** Of the words, then of the bigrams. */
  readonly sums: Float32Array;
  readonly terms: DataView;
  readonly rows: Uint32Array;
  readonly frequencies: Uint8Array;
}

/** Writes the terms from a place on, their entries from `at` on; gives where the entries end. */
function copyField(
  { terms, rows, frequencies }: CopiedTerms,
  asked: readonly AskedTerm[],
  place: number,
  at: number,
  normsAt: number,
  sumsAt: number,
): number {
  let end = at;
  for (const [index, term] of asked.entries()) {
    const record = (place + index) * TERM_BYTES;
    const start = end + ((term.frequencies.byteOffset - end) & (STEP - 1));
    rows.set(term.rows, start);
    frequencies.set(term.frequencies, start);
    end = start + term.rows.length;
    terms.setUint32(record, start, true);
    terms.setUint32(record + 4, end, true);
    terms.setFloat64(record + 8, term.gain, true);
    terms.setUint32(record + 16, normsAt, true);
    terms.setUint32(record + 20, sumsAt, true);
  }
  return end;
}

function countEntries(terms: readonly AskedTerm[]): number {
  return terms.reduce((count, { rows }) => count + rows.length, 0);
}

/** The entries of the rows from `first` to before `end`. */
function within({ words, bigrams }: AskedTerms, first: number, end: number): AskedTerms {
  const cut = ({ rows, frequencies, gain }: AskedTerm): AskedTerm => {
    const [from, to] = [lowerBound(rows, first), lowerBound(rows, end)];
    return { rows: rows.subarray(from, to), frequencies: frequencies.subarray(from, to), gain };
  };
  return { words: words.map(cut), bigrams: bigrams.map(cut) };
}

/** Place of the first value that is not below the limit in a rising array. */
function lowerBound(values: Uint32Array, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
