import { remember } from "../language/remember.js";
import type { PieceSpace } from "./embedder.js";
import { ModelDamagedError, type ProvedModel } from "./model-files.js";
import { readOnnxTensors } from "./onnx-tensors.js";
import { PieceRows } from "./piece-rows.js";
import { toUnit } from "./pooling.js";
import { readWordPieces } from "./wordpiece.js";

/** The table of a static model: `W`, int8 rows, one a piece, and `S`, what the values of each row are multiplied by. */
const ROWS = "W";
const SCALES = "S";
const VOCABULARY = "tokenizer.json";
const MODEL = "onnx/model_quantized.onnx";

export interface PieceTableOptions {
  /** Folder of the model, for what is said of it. */
  readonly modelDir: string;
  readonly files: ProvedModel["files"];
  /** Prepares a text as the model was trained: normalised and cut into words. */
  readonly toWords: (text: string) => readonly string[];
}

/** The pieces of a static model, from its own files. Throws `ModelDamagedError`. */
export function openPieceTable({ modelDir, files, toWords }: PieceTableOptions): PieceSpace {
  try {
    const bytesOf = (name: string): Buffer => {
      const bytes = files.get(name);
      if (!bytes) throw new Error(`the model has no ${name}`);
      return bytes;
    };
    const vocabulary = readVocabulary(bytesOf(VOCABULARY));
    const tensors = readOnnxTensors(bytesOf(MODEL));
    const rows = tensors.get(ROWS);
    const scales = tensors.get(SCALES);
    if (!rows || !scales) throw new Error("the model has no table");
    return new PieceTable(new PieceRows(rows), Float32Array.from(toFloats(scales.data)), vocabulary, toWords);
  } catch (cause) {
    throw new ModelDamagedError(modelDir, "is not a static model", { cause });
  }
}

function readVocabulary(bytes: Buffer): ReadonlyMap<string, number> {
  const { model } = JSON.parse(bytes.toString("utf8")) as { model: { vocab: Record<string, number> } };
  const vocabulary = new Map<string, number>();
  for (const name in model.vocab) vocabulary.set(name, model.vocab[name] as number);
  return vocabulary;
}

/** The bytes may begin anywhere, which a view of floats must not. */
function toFloats(bytes: Uint8Array): Float32Array {
  return new Float32Array(new Uint8Array(bytes).buffer);
}

/** A question and its words are read several times; passages are remembered by who compares them. */
const LONGEST_KEPT = 64;
const KEPT = 20_000;

class PieceTable implements PieceSpace {
  readonly #table: PieceRows;
  readonly #scales: Float32Array;
  readonly #vocabulary: ReadonlyMap<string, number>;
  #names: readonly string[] | undefined;
  readonly #toWords: (text: string) => readonly string[];
  readonly #readShort = remember(KEPT, (text: string) => this.#read(text));

  constructor(
    table: PieceRows,
    scales: Float32Array,
    vocabulary: ReadonlyMap<string, number>,
    toWords: (text: string) => readonly string[],
  ) {
    this.#table = table;
    this.#scales = scales;
    this.#vocabulary = vocabulary;
    this.#toWords = toWords;
  }

  get dimensions(): number {
    return this.#table.dimensions;
  }

  read(text: string): Uint16Array {
    return text.length <= LONGEST_KEPT ? this.#readShort(text) : this.#read(text);
  }

  #read(text: string): Uint16Array {
    return readWordPieces(this.#toWords(text), this.#vocabulary);
  }

  nameOf(piece: number): string {
    this.#names ??= namesOf(this.#vocabulary);
    return this.#names[piece] ?? "";
  }

  vector(pieces: Uint16Array): Float32Array {
    return toUnit(this.#sum(pieces));
  }

  norm(pieces: Uint16Array): number {
    return lengthOf(this.#sum(pieces));
  }

  #sum(pieces: Uint16Array): Float32Array {
    const { rows, dimensions } = this.#table;
    const sum = new Float32Array(dimensions);
    for (const piece of pieces) {
      const scale = this.#scales[piece] ?? 0;
      const start = piece * dimensions;
      for (let d = 0; d < dimensions; d++) sum[d] = (sum[d] as number) + scale * (rows[start + d] as number);
    }
    return sum;
  }

  sums(vector: Float32Array, texts: readonly Uint16Array[]): Float64Array {
    return this.#table.sums(vector, this.#scales, texts);
  }

  products(vector: Float32Array): Float32Array {
    return this.#table.products(vector, this.#scales);
  }

  nearest(asked: Uint16Array, texts: readonly Uint16Array[]): Float32Array {
    return this.#table.nearest(asked, texts);
  }
}

// The order of the vocabulary is not that of the numbers: objects put keys that look like numbers first.
function namesOf(vocabulary: ReadonlyMap<string, number>): string[] {
  const names: string[] = [];
  for (const [name, piece] of vocabulary) names[piece] = name;
  return names;
}

function lengthOf(vector: Float32Array): number {
  let squares = 0;
  for (let d = 0; d < vector.length; d++) squares += (vector[d] as number) ** 2;
  return Math.sqrt(squares);
}
