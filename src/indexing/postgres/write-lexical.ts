import type { LayeredSegmenter } from "../../language/segmenter.js";
import { lengthNorm } from "../bm25.js";
import { LEXICAL_PARAMETERS, LexicalIndexBuilder, type LexicalPostings } from "../lexical-index.js";
import type { Postings } from "../postings.js";
import type { SearchableRow } from "../searchable-rows.js";
import type { Transaction } from "./connection.js";
import { insertAll } from "./insert.js";
import { BLOCK_ROWS } from "./posting-blocks.js";
import { FIELDS, type Field, packStatistics } from "./statistics.js";
import { toStoredBytes } from "./stored-bytes.js";
import { toStoredTerm } from "./stored-term.js";

const BREATH_ROWS = 1_024;

/** Writes postings with their impacts, and how many rows each term has. `onProgress` hears of rows that have been cut. */
export async function writeLexical(
  transaction: Transaction,
  schema: string,
  rows: readonly SearchableRow[],
  segmenter: LayeredSegmenter,
  onProgress: (done: number) => void,
): Promise<Buffer> {
  const blocks = await cutBlocks(rows, segmenter, onProgress);
  const counts: Record<Field, Map<string, number>> = { words: new Map(), bigrams: new Map() };
  for (const field of FIELDS) {
    const average = averageLength(blocks.map((block) => block[field]));
    for (const [block, postings] of blocks.entries()) {
      await insertAll(
        transaction,
        `${schema}.postings`,
        "field text, term text, block int, rows bytea, impacts bytea",
        blockRecords(field, block, postings[field], average, counts[field]),
      );
    }
  }
  return packStatistics(counts);
}

async function cutBlocks(
  rows: readonly SearchableRow[],
  segmenter: LayeredSegmenter,
  onProgress: (done: number) => void,
): Promise<LexicalPostings[]> {
  const blocks: LexicalPostings[] = [];
  for (let start = 0; start < rows.length; start += BLOCK_ROWS) {
    const builder = new LexicalIndexBuilder(segmenter);
    for (const [at, { searchText }] of rows.slice(start, start + BLOCK_ROWS).entries()) {
      builder.add(searchText);
      if (at % BREATH_ROWS !== BREATH_ROWS - 1) continue;
      onProgress(start + at + 1);
      await new Promise((resume) => setImmediate(resume));
    }
    blocks.push(builder.build());
  }
  onProgress(rows.length);
  return blocks;
}

function averageLength(blocks: readonly Postings[]): number {
  let total = 0;
  let rows = 0;
  for (const { lengths } of blocks) {
    for (const length of lengths) total += length;
    rows += lengths.length;
  }
  return rows > 0 ? total / rows : 0;
}

function* blockRecords(
  field: Field,
  block: number,
  { terms, starts, rows, frequencies, lengths }: Postings,
  average: number,
  counts: Map<string, number>,
): Generator<object> {
  const norms = Float32Array.from(lengths, (length) => lengthNorm(length, average, LEXICAL_PARAMETERS));
  for (let id = 0; id + 1 < starts.length; id++) {
    const term = String.fromCharCode(...terms.units.subarray(terms.starts[id], terms.starts[id + 1]));
    const [start = 0, end = 0] = starts.subarray(id, id + 2);
    counts.set(term, (counts.get(term) ?? 0) + end - start);
    const own = rows.subarray(start, end);
    const impacts = new Float32Array(own.length);
    for (let at = 0; at < own.length; at++) {
      const frequency = frequencies[start + at] as number;
      impacts[at] = frequency / (frequency + (norms[own[at] as number] as number));
    }
    yield {
      field,
      term: toStoredTerm(term),
      block,
      rows: toStoredBytes(new Uint16Array(own)),
      impacts: toStoredBytes(impacts),
    };
  }
}
