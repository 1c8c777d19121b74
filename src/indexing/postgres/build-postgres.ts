import type { BuildOptions } from "../build.js";
import { type ExpectedIndex, stalePart } from "../generation.js";
import { LEXICAL_PARAMETERS } from "../lexical-index.js";
import { FORMAT_VERSION, type Manifest, type VectorSettings } from "../manifest.js";
import { type SearchableRow, toSearchableRows } from "../searchable-rows.js";
import { userDictionary } from "../user-dictionary.js";
import { type BuildStage, EXACT_ROWS, HNSW_PARAMETERS } from "../write-segment.js";
import { inTransaction, type Transaction } from "./connection.js";
import { newestGeneration, type StoredGeneration } from "./generations.js";
import { IndexDatabaseUnfitError, locationOf } from "./postgres-errors.js";
import { generationSql, hnswSql, indexSql, REGISTRY, REGISTRY_SQL, schemaOf } from "./schema.js";
import { writeLexical } from "./write-lexical.js";
import { writeLibrary } from "./write-library.js";
import { writeVectors } from "./write-vectors.js";

export interface PostgresBuildOptions extends Omit<BuildOptions, "indexDir"> {
  readonly indexUrl: string;
}

/** Any number; whoever builds an index in this database holds it. */
const BUILD_LOCK = 7_160_421_993;
/** Generations kept: the newest, and the one before it for servers that have not moved on. */
const KEPT_GENERATIONS = 2;

/**
 * Builds the index of a corpus in a database as a new generation. All of it is one transaction: servers see the old
 * generation until the new one is complete, and a build that fails leaves nothing. Builders wait for each other; one that
 * finds its work done gives back what it found. Throws `IndexUnreachableError`, `IndexDatabaseUnfitError`.
 */
export function buildPostgresIndex(options: PostgresBuildOptions): Promise<Manifest> {
  return inTransaction(options.indexUrl, async (transaction) => {
    const before = await newestGeneration(transaction);
    await transaction.query("select pg_advisory_xact_lock($1)", [BUILD_LOCK]);
    await prepare(transaction, locationOf(options.indexUrl));
    const newest = await newestGeneration(transaction);
    const isDoneByAnother = newest !== undefined && newest.number !== before?.number;
    if (isDoneByAnother && stalePart(newest.manifest, expectedOf(options)) === undefined) return newest.manifest;
    return writeGeneration(transaction, newest, options);
  });
}

async function prepare(transaction: Transaction, location: string): Promise<void> {
  const [found] = await transaction.query("select 1 from pg_available_extensions where name = 'vector'");
  if (!found) throw new IndexDatabaseUnfitError(location, "没有安装 pgvector 扩展（vector，0.8 以上）");
  await transaction.query(REGISTRY_SQL);
}

function expectedOf({ corpus, embedder, segmenterFactory }: PostgresBuildOptions): ExpectedIndex {
  return {
    corpusDigest: corpus.digest,
    modelDigest: embedder.digest,
    dimensions: embedder.dimensions,
    plainSegmenterDigest: segmenterFactory([]).digest,
  };
}

async function writeGeneration(
  transaction: Transaction,
  newest: StoredGeneration | undefined,
  options: PostgresBuildOptions,
): Promise<Manifest> {
  const { corpus, embedder, segmenterFactory } = options;
  const number = (newest?.number ?? 0) + 1;
  const schema = schemaOf(number);
  const rows = toSearchableRows(corpus.documents);
  const terms = userDictionary(corpus.documents);
  const segmenter = segmenterFactory(terms);
  await transaction.query(generationSql(schema, embedder.dimensions));
  await writeLibrary(transaction, schema, corpus.documents, rows);
  const vectors = await writeSearch(transaction, schema, rows, segmenter, newest, options);
  await transaction.query(`insert into ${schema}.files values ('user-dictionary', $1)`, [
    Buffer.from(JSON.stringify(terms)),
  ]);
  const manifest = toManifest(options, rows.length, segmenter.digest, vectors);
  await transaction.query(`insert into ${REGISTRY}.generations (number, manifest) values ($1, $2)`, [
    number,
    JSON.stringify(manifest),
  ]);
  await dropOldest(transaction);
  return manifest;
}

async function writeSearch(
  transaction: Transaction,
  schema: string,
  rows: readonly SearchableRow[],
  segmenter: ReturnType<PostgresBuildOptions["segmenterFactory"]>,
  newest: StoredGeneration | undefined,
  options: PostgresBuildOptions,
): Promise<VectorSettings> {
  const { corpus, embedder, exactRows = EXACT_ROWS, onProgress = () => {} } = options;
  const tell = (stage: BuildStage) => (done: number) => onProgress({ stage, done, total: rows.length });
  const statistics = await writeLexical(transaction, schema, rows, segmenter, tell("words"));
  await transaction.query(`insert into ${schema}.files values ('statistics', $1)`, [statistics]);
  const { corpusDigest: _, ...sameModel } = expectedOf(options);
  const isReusable = newest !== undefined && stalePart(newest.manifest, sameModel) === undefined;
  await writeVectors(transaction, schema, rows, {
    embedder,
    documentNumbers: new Map(corpus.documents.map(({ documentId }, number) => [documentId, number])),
    earlierSchema: isReusable ? schemaOf(newest.number) : undefined,
    onProgress: tell("vectors"),
  });
  await transaction.query(indexSql(schema));
  if (rows.length <= exactRows) return { kind: "exact", space: "cosine" };
  const { m, efConstruction } = HNSW_PARAMETERS;
  await transaction.query(hnswSql(schema, embedder.dimensions, m, efConstruction));
  tell("graph")(rows.length);
  return { kind: "hnsw", space: "cosine", ...HNSW_PARAMETERS };
}

function toManifest(
  { corpus, embedder, segmenterFactory }: PostgresBuildOptions,
  rows: number,
  segmenterDigest: string,
  vectors: VectorSettings,
): Manifest {
  return {
    formatVersion: FORMAT_VERSION,
    corpusDigest: corpus.digest,
    model: { id: embedder.modelId, digest: embedder.digest, dtype: "q8", dimensions: embedder.dimensions },
    segmenter: { digest: segmenterDigest, plainDigest: segmenterFactory([]).digest },
    lexical: LEXICAL_PARAMETERS,
    vectors,
    counts: {
      documents: corpus.documents.length,
      provisions: corpus.documents.reduce((sum, { provisions }) => sum + provisions.length, 0),
      rows,
    },
    files: {},
  };
}

async function dropOldest(transaction: Transaction): Promise<void> {
  const old = await transaction.query<{ number: number }>(
    `delete from ${REGISTRY}.generations where number not in
     (select number from ${REGISTRY}.generations order by number desc limit ${KEPT_GENERATIONS}) returning number`,
  );
  for (const { number } of old) await transaction.query(`drop schema if exists ${schemaOf(number)} cascade`);
}
