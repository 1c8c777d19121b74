import type { PolicyDocument } from "../corpus/provision.js";
import type { Embedder } from "../embedding/embedder.js";
import type { LayeredSegmenter } from "../language/segmenter.js";
import type { EmbeddedRow } from "./earlier-rows.js";
import { FILE, fileOf, type SegmentName } from "./generation.js";
import type { GenerationWriter } from "./generation-writer.js";
import { type HnswParameters, writeHnsw } from "./hnswlib.js";
import { LexicalIndexBuilder, toArrays } from "./lexical-index.js";
import { libraryArrays, provisionLines } from "./library-files.js";
import type { VectorSettings } from "./manifest.js";
import { packArrays } from "./packed-arrays.js";
import type { RowPieces } from "./policy-index.js";
import { fitProjection, type Projection, projectAll } from "./projection.js";
import { RowPiecesBuilder } from "./row-pieces.js";
import { digestSearchText, packDigests } from "./search-digests.js";
import { toSearchableRows } from "./searchable-rows.js";

export type BuildStage = "words" | "vectors" | "graph";

export interface BuildProgress {
  readonly stage: BuildStage;
  readonly done: number;
  readonly total: number;
}

/** Up to this many rows the vectors are compared one by one: under 2 ms, exact, and nothing to build. */
export const EXACT_ROWS = 5_000;
/** Measured on 404,303 provisions of law, 200 nearest of 200 questions: .986 of the ten nearest by exact search (efSearch 200: .983, 300: .987). */
export const HNSW_PARAMETERS: HnswParameters = { m: 16, efConstruction: 200, efSearch: 240 };
/**
 * Length of the vectors in a graph. Of 404,303 provisions the ten nearest by the model's 384 values are all among the 200
 * nearest by these 192, in 362 MB instead of 681 (docs/decisions/shortened-vectors.md).
 */
export const GRAPH_DIMENSIONS = 192;
const EMBED_BATCH = 256;
const LEXICAL_BATCH = 1_024;

/** What the model made of texts already, by the digest of the text. */
export type KnownRows = ReadonlyMap<string, () => EmbeddedRow>;

export interface SegmentOptions {
  readonly segmenter: LayeredSegmenter;
  readonly embedder: Embedder;
  readonly known: KnownRows;
  /** From this many rows on a graph is built over the vectors. */
  readonly exactRows: number;
  /** Longer vectors are shortened to this for the graph. */
  readonly graphDimensions: number;
  /** The projection that the base was made with, null where with none; left out where this is the base. */
  readonly projection?: Projection | null;
  readonly onProgress: (progress: BuildProgress) => void;
}

/** Writes provisions of documents, and where they are. */
export function writeLibrary(
  writer: GenerationWriter,
  segment: SegmentName,
  documents: readonly PolicyDocument[],
): void {
  const lengths: number[] = [];
  const lines = function* () {
    for (const line of provisionLines(documents)) {
      lengths.push(line.length);
      yield line;
    }
  };
  writer.write(fileOf(segment, FILE.provisions), lines());
  const arrays = libraryArrays(documents, lengths, toSearchableRows(documents));
  writer.write(fileOf(segment, FILE.library), packArrays(arrays));
}

/** Writes what finds rows: postings, vectors, pieces, and the digests by which a later build knows them. */
export async function writeRows(
  writer: GenerationWriter,
  segment: SegmentName,
  texts: readonly string[],
  options: SegmentOptions,
): Promise<VectorSettings> {
  await writeLexical(writer, segment, texts, options);
  const digests = texts.map(digestSearchText);
  writer.write(fileOf(segment, FILE.searchDigests), [packDigests(digests)]);
  const { values, pieces } = await embedTexts(texts, digests, options);
  writer.write(fileOf(segment, FILE.pieces), packArrays(pieces.toArrays()));
  return writeVectors(writer, segment, values, options);
}

async function writeLexical(
  writer: GenerationWriter,
  segment: SegmentName,
  texts: readonly string[],
  { segmenter, onProgress }: SegmentOptions,
): Promise<void> {
  const builder = new LexicalIndexBuilder(segmenter);
  for (const [row, text] of texts.entries()) {
    builder.add(text);
    if (row % LEXICAL_BATCH !== LEXICAL_BATCH - 1 && row !== texts.length - 1) continue;
    onProgress({ stage: "words", done: row + 1, total: texts.length });
    await new Promise((resume) => setImmediate(resume));
  }
  writer.write(fileOf(segment, FILE.lexical), packArrays(toArrays(builder.build())));
}

async function writeVectors(
  writer: GenerationWriter,
  segment: SegmentName,
  values: Float32Array,
  options: SegmentOptions,
): Promise<VectorSettings> {
  const { embedder, exactRows, onProgress } = options;
  const rows = values.length / embedder.dimensions;
  writer.write(fileOf(segment, FILE.vectors), packArrays({ values }));
  if (rows <= exactRows) return { kind: "exact", space: "cosine" };
  const projection = writeProjection(writer, values, options);
  const name = fileOf(segment, FILE.graph);
  const graphed = projection ? projectAll(projection, values) : values;
  await writeHnsw(writer.pathOf(name), graphed, projection?.to ?? embedder.dimensions, HNSW_PARAMETERS, (done) =>
    onProgress({ stage: "graph", done, total: rows }),
  );
  await writer.adopt(name);
  const shortened = projection && { graphDimensions: projection.to };
  return { kind: "hnsw", space: "cosine", ...shortened, ...HNSW_PARAMETERS };
}

/** The projection of the base, which its delta shares; undefined where the vectors are short as they are. */
function writeProjection(
  writer: GenerationWriter,
  values: Float32Array,
  { embedder, graphDimensions, projection }: SegmentOptions,
): Projection | undefined {
  if (projection !== undefined || embedder.dimensions <= graphDimensions) return projection ?? undefined;
  const fitted = fitProjection(values, embedder.dimensions, graphDimensions);
  writer.write(FILE.projection, packArrays({ directions: fitted.directions }));
  return fitted;
}

/** One vector a text, end to end, and its pieces: taken over where they are known, else made by the model. */
async function embedTexts(
  texts: readonly string[],
  digests: readonly string[],
  { embedder, known, onProgress }: SegmentOptions,
): Promise<{ values: Float32Array; pieces: RowPiecesBuilder }> {
  const { dimensions } = embedder;
  const values = new Float32Array(texts.length * dimensions);
  const pieces = new RowPiecesBuilder();
  const unknown: number[] = [];
  for (const [row, digest] of digests.entries()) {
    const earlier = known.get(digest)?.();
    if (earlier) values.set(earlier.vector, row * dimensions);
    else unknown.push(row);
    pieces.add(earlier?.pieces ?? readPieces(embedder, texts[row] ?? ""));
  }
  for (let start = 0; start < unknown.length; start += EMBED_BATCH) {
    const batch = unknown.slice(start, start + EMBED_BATCH);
    const vectors = await embedder.embed(batch.map((row) => texts[row] ?? ""));
    for (const [at, row] of batch.entries()) values.set(vectors[at] ?? [], row * dimensions);
    onProgress({ stage: "vectors", done: texts.length - unknown.length + start + batch.length, total: texts.length });
  }
  return { values, pieces };
}

function readPieces({ pieces: space }: Embedder, text: string): RowPieces {
  const pieces = space.read(text);
  return { pieces, norm: space.norm(pieces) };
}
