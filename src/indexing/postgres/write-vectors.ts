import type { Embedder } from "../../embedding/embedder.js";
import { digestSearchText } from "../search-digests.js";
import type { SearchableRow } from "../searchable-rows.js";
import type { Transaction } from "./connection.js";
import { insertAll } from "./insert.js";
import { toStoredBytes } from "./stored-bytes.js";

const EMBED_BATCH = 256;

export interface VectorSource {
  readonly embedder: Embedder;
  /** Numbers of documents by id. */
  readonly documentNumbers: ReadonlyMap<string, number>;
  /** Schema of an earlier generation with vectors of the same model; what it has is not made again. */
  readonly earlierSchema: string | undefined;
  readonly onProgress: (done: number) => void;
}

/** What the model makes of a text, as the database writes it. */
interface StoredVector {
  readonly pieces: string;
  readonly norm: number;
  readonly embedding: string;
}

/** Writes every row with its vector and its pieces. */
export async function writeVectors(
  transaction: Transaction,
  schema: string,
  rows: readonly SearchableRow[],
  source: VectorSource,
): Promise<void> {
  await insertAll(
    transaction,
    `${schema}.rows`,
    `row int, document int, e_id text, digest text, pieces bytea, norm float8, embedding vector(${source.embedder.dimensions})`,
    rowRecords(transaction, rows, source),
  );
}

async function* rowRecords(
  transaction: Transaction,
  rows: readonly SearchableRow[],
  { embedder, documentNumbers, earlierSchema, onProgress }: VectorSource,
): AsyncGenerator<object> {
  for (let start = 0; start < rows.length; start += EMBED_BATCH) {
    const batch = rows
      .slice(start, start + EMBED_BATCH)
      .map((row) => ({ ...row, digest: digestSearchText(row.searchText) }));
    const vectors = await earlierVectors(
      transaction,
      earlierSchema,
      batch.map(({ digest }) => digest),
    );
    const unknown = batch.filter(({ digest }) => !vectors.has(digest));
    const made = await makeVectors(
      embedder,
      unknown.map(({ searchText }) => searchText),
    );
    for (const [at, { digest }] of unknown.entries()) vectors.set(digest, made[at] as StoredVector);
    for (const [at, { provision, digest }] of batch.entries()) {
      yield {
        row: start + at,
        document: documentNumbers.get(provision.documentId),
        e_id: provision.eId,
        digest,
        ...vectors.get(digest),
      };
    }
    onProgress(start + batch.length);
  }
}

async function makeVectors(embedder: Embedder, texts: readonly string[]): Promise<StoredVector[]> {
  const vectors = await embedder.embed(texts);
  return texts.map((text, at) => {
    const pieces = embedder.pieces.read(text);
    return {
      pieces: toStoredBytes(pieces),
      norm: embedder.pieces.norm(pieces),
      embedding: `[${vectors[at]?.join(",") ?? ""}]`,
    };
  });
}

/** Vectors by the digest of the text that they were made of. */
async function earlierVectors(
  transaction: Transaction,
  earlierSchema: string | undefined,
  digests: readonly string[],
): Promise<Map<string, StoredVector>> {
  if (earlierSchema === undefined) return new Map();
  const known = await transaction.query<StoredVector & { digest: string }>(
    `select distinct on (digest) digest, pieces::text, norm, embedding::text
     from ${earlierSchema}.rows where digest = any($1)`,
    [digests],
  );
  return new Map(known.map(({ digest, ...vector }) => [digest, vector]));
}
