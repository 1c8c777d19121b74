import type { PolicyDocument } from "../corpus/provision.js";
import type { KnownFile } from "../corpus/reload.js";
import type { Embedder } from "../embedding/embedder.js";
import type { SegmenterFactory } from "../language/segmenter.js";
import { loadEarlierRows } from "./earlier-rows.js";
import { FILE } from "./generation.js";
import { GenerationWriter } from "./generation-writer.js";
import { LEXICAL_PARAMETERS } from "./lexical-index.js";
import { formatHeads } from "./library-files.js";
import { FORMAT_VERSION, type Manifest } from "./manifest.js";
import { toSearchableRows } from "./searchable-rows.js";
import { countTerms } from "./user-dictionary.js";
import { type BuildProgress, EXACT_ROWS, GRAPH_DIMENSIONS, writeLibrary, writeRows } from "./write-segment.js";

export interface BuildOptions {
  readonly corpus: {
    readonly documents: readonly PolicyDocument[];
    /** The source files, so that a later build knows what has changed; none where that is not wanted. */
    readonly files?: readonly KnownFile[];
    readonly digest: string;
  };
  readonly indexDir: string;
  readonly embedder: Embedder;
  readonly segmenterFactory: SegmenterFactory;
  /** From how many rows on a graph is built, and how long its vectors are; tests take fewer. */
  readonly exactRows?: number;
  readonly graphDimensions?: number;
  readonly onProgress?: (progress: BuildProgress) => void;
}

/**
 * Builds the index of a corpus as a new generation in the folder and makes it the newest. Vectors of texts that an
 * earlier generation knows, made by the same model, are taken over; the result is the same. Throws
 * `IndexWriteFailedError`; the generations before stay untouched by any failure.
 */
export async function buildIndex(options: BuildOptions): Promise<Manifest> {
  return orAbandon(new GenerationWriter(options.indexDir), (writer) => writeGeneration(writer, options));
}

/** Runs a build and clears away what it wrote if it fails. */
export async function orAbandon(
  writer: GenerationWriter,
  write: (writer: GenerationWriter) => Promise<Manifest>,
): Promise<Manifest> {
  try {
    return await write(writer);
  } catch (error) {
    writer.abandon();
    throw error;
  }
}

async function writeGeneration(writer: GenerationWriter, options: BuildOptions): Promise<Manifest> {
  const { corpus, indexDir, embedder, segmenterFactory, exactRows = EXACT_ROWS, onProgress = () => {} } = options;
  const { graphDimensions = GRAPH_DIMENSIONS } = options;
  const { documents, files = [], digest } = corpus;
  const terms = countTerms(documents);
  const segmenter = segmenterFactory(Object.keys(terms));
  const plainSegmenterDigest = segmenterFactory([]).digest;
  writer.write(FILE.userDictionary, [Buffer.from(JSON.stringify(terms))]);
  writer.write(FILE.sources, [Buffer.from(JSON.stringify(files))]);
  writer.write(FILE.documents, [Buffer.from(formatHeads(documents))]);
  writeLibrary(writer, "base", documents);
  const texts = toSearchableRows(documents).map(({ searchText }) => searchText);
  const expected = { modelDigest: embedder.digest, dimensions: embedder.dimensions, plainSegmenterDigest };
  const known = await loadEarlierRows(indexDir, expected);
  const vectors = await writeRows(writer, "base", texts, {
    segmenter,
    embedder,
    known,
    exactRows,
    graphDimensions,
    onProgress,
  });
  return writer.commit({
    formatVersion: FORMAT_VERSION,
    corpusDigest: digest,
    model: { id: embedder.modelId, digest: embedder.digest, dtype: "q8", dimensions: embedder.dimensions },
    segmenter: { digest: segmenter.digest, plainDigest: plainSegmenterDigest },
    lexical: LEXICAL_PARAMETERS,
    vectors,
    counts: {
      documents: documents.length,
      provisions: documents.reduce((sum, { provisions }) => sum + provisions.length, 0),
      rows: texts.length,
    },
  });
}
