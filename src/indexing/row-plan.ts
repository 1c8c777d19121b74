import type { PolicyDocument } from "../corpus/provision.js";
import type { CorpusUpdate } from "../corpus/reload.js";
import { documentOf, type EarlierGeneration } from "./earlier-generation.js";
import type { LexicalPostings } from "./lexical-index.js";
import { changedTerms, containsTerm, rowsWithTerms } from "./recut.js";
import { digestSearchText } from "./search-digests.js";
import { toSearchableRows } from "./searchable-rows.js";
import type { TermOccurrences } from "./user-dictionary.js";

/** Which rows the base can go on answering for, and which are written anew. */
export interface RowPlan {
  /** As in `Layout`. */
  readonly basePlaces: Uint32Array;
  readonly deltaPlaces: Uint32Array;
  /** Search texts of the delta's rows. */
  readonly deltaTexts: readonly string[];
  /** Number of rows. */
  readonly size: number;
}

/**
 * Numbers the rows of the corpus as it is now and finds each in the base, by its document where that stands as it was,
 * else by its search text. Rows that the changed dictionary may cut otherwise, and all that the base lacks, are the
 * delta's. Undefined where that cannot be told and all must be made again.
 */
export function planRows(
  earlier: EarlierGeneration,
  update: CorpusUpdate,
  terms: TermOccurrences,
  base: LexicalPostings,
): RowPlan | undefined {
  const otherTerms = changedTerms(earlier.baseTerms, terms);
  const suspects = rowsWithTerms(base.bigrams, otherTerms);
  return suspects && new RowPlanner(earlier, update, otherTerms, suspects).plan();
}

const NOWHERE = -1;

class RowPlanner {
  readonly #earlier: EarlierGeneration;
  readonly #update: CorpusUpdate;
  readonly #otherTerms: readonly string[];
  readonly #suspects: ReadonlySet<number>;
  /** Row of the base of each row of the earlier generation. */
  readonly #baseRows: Int32Array;
  /** Rows of the base that no standing document needs, by their digest. */
  readonly #free: Map<string, number[]>;
  /** Row of the base of each row so far. */
  readonly #sources: number[] = [];
  readonly #deltaPlaces: number[] = [];
  readonly #deltaTexts: string[] = [];

  constructor(
    earlier: EarlierGeneration,
    update: CorpusUpdate,
    otherTerms: readonly string[],
    suspects: ReadonlySet<number>,
  ) {
    this.#earlier = earlier;
    this.#update = update;
    this.#otherTerms = otherTerms;
    this.#suspects = suspects;
    this.#baseRows = new Int32Array(earlier.store.size).fill(NOWHERE);
    for (const [row, place] of earlier.basePlaces.entries()) {
      if (place < this.#baseRows.length) this.#baseRows[place] = row;
    }
    this.#free = this.#freeRows();
  }

  plan(): RowPlan {
    const { changed, documentIds } = this.#update;
    for (const documentId of documentIds) {
      const document = changed.get(documentId);
      if (document) this.#putDocument(document);
      else this.#putStanding(documentId);
    }
    const size = this.#sources.length;
    const basePlaces = new Uint32Array(this.#earlier.baseDigests.length).fill(size);
    for (const [place, row] of this.#sources.entries()) if (row !== NOWHERE) basePlaces[row] = place;
    return { basePlaces, deltaPlaces: Uint32Array.from(this.#deltaPlaces), deltaTexts: this.#deltaTexts, size };
  }

  #freeRows(): Map<string, number[]> {
    const needed = new Uint8Array(this.#earlier.baseDigests.length);
    for (const documentId of this.#update.documentIds) {
      if (this.#update.changed.has(documentId)) continue;
      const { first, end } = this.#earlier.store.rowsOf(documentId);
      for (let row = first; row < end; row++) if (this.#baseRowOf(row) !== NOWHERE) needed[this.#baseRowOf(row)] = 1;
    }
    const free = new Map<string, number[]>();
    for (const [row, digest] of this.#earlier.baseDigests.entries()) {
      if (needed[row] === 0) free.set(digest, [...(free.get(digest) ?? []), row]);
    }
    return free;
  }

  #baseRowOf(row: number): number {
    return this.#baseRows[row] ?? NOWHERE;
  }

  #putDocument(document: PolicyDocument): void {
    for (const text of textsOf(document)) this.#put(NOWHERE, () => text);
  }

  #putStanding(documentId: string): void {
    const { first, end } = this.#earlier.store.rowsOf(documentId);
    let texts: readonly string[] | undefined;
    for (let row = first; row < end; row++) {
      this.#put(this.#baseRowOf(row), () => {
        texts ??= textsOf(documentOf(this.#earlier, documentId));
        return texts[row - first] ?? "";
      });
    }
  }

  /** Numbers the next row. One that its document does not find in the base may stand there all the same, by its text. */
  #put(baseRow: number, text: () => string): void {
    const found = baseRow === NOWHERE ? (this.#free.get(digestSearchText(text()))?.pop() ?? NOWHERE) : baseRow;
    const isCutAnew = this.#suspects.has(found) && containsTerm(text(), this.#otherTerms);
    const source = isCutAnew ? NOWHERE : found;
    if (source === NOWHERE) {
      this.#deltaPlaces.push(this.#sources.length);
      this.#deltaTexts.push(text());
    }
    this.#sources.push(source);
  }
}

function textsOf(document: PolicyDocument): string[] {
  return toSearchableRows([document]).map(({ searchText }) => searchText);
}
