import type { DocumentHead } from "../../corpus/provision.js";
import { stalePart } from "../generation.js";
import { IndexDamagedError, IndexMissingError, IndexStaleError } from "../index-errors.js";
import type { OpenOptions } from "../open.js";
import type { PolicyIndex } from "../policy-index.js";
import { type Connection, createConnection } from "./connection.js";
import { newestGeneration, type StoredGeneration } from "./generations.js";
import { PostgresLexical } from "./postgres-lexical.js";
import { PostgresLibrary, type StoredDocument } from "./postgres-library.js";
import { PostgresVectors } from "./postgres-vectors.js";
import { createPiecesReader } from "./row-pieces.js";
import { schemaOf } from "./schema.js";
import { unpackStatistics } from "./statistics.js";

/**
 * Opens the newest generation in a database. It stays readable while one newer generation is built. Throws
 * `IndexMissingError`, `IndexStaleError`, `IndexDamagedError`, `IndexUnreachableError`.
 */
export async function openPostgresIndex(indexUrl: string, options: OpenOptions): Promise<PolicyIndex> {
  const connection = createConnection(indexUrl);
  try {
    const newest = await newestGeneration(connection);
    if (!newest) throw new IndexMissingError(connection.location);
    requireFresh(connection.location, newest, options);
    return await openGeneration(connection, newest, options);
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/**
 * Asks for the number of the newest generation in a database, 0 where there is none, over a connection that is kept as
 * long as it is used. The function throws `IndexUnreachableError`.
 */
export function watchPostgresIndex(indexUrl: string): () => Promise<number> {
  const connection = createConnection(indexUrl);
  return async () => (await newestGeneration(connection))?.number ?? 0;
}

function requireFresh(
  location: string,
  { manifest }: StoredGeneration,
  { segmenterFactory, embedder, corpusDigest }: OpenOptions,
): void {
  const stale = stalePart(manifest, {
    modelDigest: embedder.digest,
    dimensions: embedder.dimensions,
    plainSegmenterDigest: segmenterFactory([]).digest,
    ...(corpusDigest === undefined ? {} : { corpusDigest }),
  });
  if (stale !== undefined) throw new IndexStaleError(location, stale);
}

async function openGeneration(
  connection: Connection,
  { number, manifest }: StoredGeneration,
  { segmenterFactory }: OpenOptions,
): Promise<PolicyIndex> {
  const schema = schemaOf(number);
  const { rows } = manifest.counts;
  const [documents, terms, packed] = await Promise.all([
    loadDocuments(connection, schema),
    loadFile(connection, schema, "user-dictionary"),
    loadFile(connection, schema, "statistics"),
  ]);
  if (documents.length !== manifest.counts.documents) {
    throw new IndexDamagedError(connection.location, "has documents that its manifest does not count");
  }
  const segmenter = segmenterFactory(JSON.parse(terms.toString("utf8")) as string[]);
  const statistics = unpackStatistics(connection.location, rows, packed);
  const library = new PostgresLibrary(connection, schema, documents, rows);
  const { dimensions } = manifest.model;
  return {
    manifest,
    segmenter,
    lexical: new PostgresLexical({ connection, schema, segmenter, statistics, parameters: manifest.lexical }),
    vectors: new PostgresVectors({ connection, schema, dimensions, size: rows, settings: manifest.vectors }),
    size: rows,
    documents: library.documents,
    document: (documentId) => library.document(documentId),
    provision: (provisionId) => library.provision(provisionId),
    provisionsOf: (documentId) => library.provisionsOf(documentId),
    read: (task) => library.read(task),
    places: (wanted) => library.places(wanted),
    pieces: createPiecesReader(connection, schema),
    rowsOf: (documentId) => library.rowsOf(documentId),
    close: () => connection.close(),
  };
}

async function loadDocuments(connection: Connection, schema: string): Promise<StoredDocument[]> {
  const stored = await connection.query<{ head: DocumentHead; first: number; end: number }>(
    `select head, first_row as first, end_row as "end" from ${schema}.documents order by number`,
  );
  return stored;
}

async function loadFile(connection: Connection, schema: string, name: string): Promise<Buffer> {
  const [file] = await connection.query<{ bytes: Buffer }>(`select bytes from ${schema}.files where name = $1`, [name]);
  if (!file) throw new IndexDamagedError(connection.location, `lacks its ${name}`);
  return file.bytes;
}
