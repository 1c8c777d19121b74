import { join } from "node:path";
import type { DocumentHead, PolicyDocument } from "../corpus/provision.js";
import type { CorpusUpdate } from "../corpus/reload.js";
import type { Embedder } from "../embedding/embedder.js";
import type { SegmenterFactory } from "../language/segmenter.js";
import { orAbandon } from "./build.js";
import { documentOf, type EarlierGeneration } from "./earlier-generation.js";
import { loadEmbeddedRows } from "./earlier-rows.js";
import { FILE } from "./generation.js";
import { GenerationWriter } from "./generation-writer.js";
import { goneTerms } from "./gone-terms.js";
import { type Layout, toLayoutArrays } from "./layout.js";
import { fromArrays, type LexicalPostings } from "./lexical-index.js";
import { formatHeads } from "./library-files.js";
import type { IndexFile, Manifest } from "./manifest.js";
import { loadProjection } from "./open-vectors.js";
import { packArrays, unpackArrays } from "./packed-arrays.js";
import { planRows, type RowPlan } from "./row-plan.js";
import { changeTerms, type TermOccurrences } from "./user-dictionary.js";
import { readVerified, verifyFile } from "./verified-files.js";
import { type BuildProgress, EXACT_ROWS, type KnownRows, writeLibrary, writeRows } from "./write-segment.js";

export interface UpdateOptions {
  readonly corpus: { readonly update: CorpusUpdate; readonly digest: string };
  readonly indexDir: string;
  readonly embedder: Embedder;
  readonly segmenterFactory: SegmenterFactory;
  /** As in `BuildOptions`. */
  readonly exactRows?: number;
  readonly onProgress?: (progress: BuildProgress) => void;
}

/**
 * Rows of the delta and gone ones of the base: beyond a tenth of the base they cost the search more than a full build
 * is worth putting off; a small base may have this many.
 */
const LARGEST_SHARE = 0.1;
const SMALL_CHANGE = 1_000;

/** Files of the base, which every generation built upon it shares. */
const BASE_FILES = [
  FILE.provisions,
  FILE.library,
  FILE.lexical,
  FILE.pieces,
  FILE.graph,
  FILE.projection,
  FILE.vectors,
  FILE.searchDigests,
] as const;

/**
 * Builds a generation upon an earlier one: the files of its base stay as they are, what has changed since the base was
 * built is written beside them. It answers as one that `buildIndex` builds. Undefined where too much has changed for
 * that. Throws `IndexDamagedError` where the base is damaged, `IndexWriteFailedError`.
 */
export async function updateIndex(earlier: EarlierGeneration, options: UpdateOptions): Promise<Manifest | undefined> {
  const { generation, manifest } = earlier;
  // The exact vectors are only read by a build that proves them first.
  const [files] = await Promise.all([
    readVerified(generation, manifest, [FILE.lexical]),
    verifyFile(generation, manifest, FILE.graph),
    verifyFile(generation, manifest, FILE.pieces),
  ]);
  const path = join(generation.path, FILE.lexical);
  const base = fromArrays(path, unpackArrays(path, files.get(FILE.lexical) ?? new Uint8Array()));
  const terms = termsAfter(earlier, options.corpus.update);
  const plan = planRows(earlier, options.corpus.update, terms, base);
  if (!plan || isLarge(plan)) return undefined;
  return orAbandon(new GenerationWriter(options.indexDir), (writer) =>
    writeUpdate(writer, { earlier, options, terms, plan, base }),
  );
}

function isLarge({ basePlaces, deltaPlaces, size }: RowPlan): boolean {
  const gone = basePlaces.reduce((count, place) => count + (place === size ? 1 : 0), 0);
  return deltaPlaces.length + gone > Math.max(SMALL_CHANGE, LARGEST_SHARE * basePlaces.length);
}

function termsAfter(earlier: EarlierGeneration, { documentIds, changed }: CorpusUpdate): TermOccurrences {
  const present = new Set(documentIds);
  const removed = earlier.reading.documents
    .map(({ documentId }) => documentId)
    .filter((documentId) => changed.has(documentId) || !present.has(documentId));
  return changeTerms(
    earlier.terms,
    [...changed.values()],
    removed.map((documentId) => documentOf(earlier, documentId)),
  );
}

interface Work {
  readonly earlier: EarlierGeneration;
  readonly options: UpdateOptions;
  readonly terms: TermOccurrences;
  readonly plan: RowPlan;
  readonly base: LexicalPostings;
}

async function writeUpdate(writer: GenerationWriter, work: Work): Promise<Manifest> {
  const { earlier, options, terms, plan, base } = work;
  const { embedder, segmenterFactory, exactRows = EXACT_ROWS, onProgress = () => {} } = options;
  const { update, digest } = options.corpus;
  const heads = headsAfter(earlier, update);
  const segmenter = segmenterFactory(Object.keys(terms));
  linkBase(writer, earlier);
  writer.write(FILE.userDictionary, [Buffer.from(JSON.stringify(terms))]);
  writer.write(FILE.sources, [Buffer.from(JSON.stringify(update.files))]);
  writer.write(FILE.documents, [Buffer.from(formatHeads(heads))]);
  const library = writeDeltaLibrary(writer, earlier, heads, update.changed);
  const gone = {
    words: goneTerms(base.words, plan.basePlaces, plan.size),
    bigrams: goneTerms(base.bigrams, plan.basePlaces, plan.size),
  };
  const { basePlaces, deltaPlaces, deltaTexts } = plan;
  writer.write(FILE.layout, packArrays(toLayoutArrays({ ...library.places, basePlaces, deltaPlaces, gone })));
  const known = await knownRows(earlier);
  const { generation, manifest } = earlier;
  const projection = (await loadProjection(generation, manifest)) ?? null;
  const vectors = await writeRows(writer, "delta", deltaTexts, {
    segmenter,
    embedder,
    known,
    exactRows,
    graphDimensions: projection?.to ?? embedder.dimensions,
    projection,
    onProgress,
  });
  return writer.commit({
    ...manifest,
    corpusDigest: digest,
    segmenter: { ...manifest.segmenter, digest: segmenter.digest },
    delta: { baseRows: basePlaces.length, rows: deltaPlaces.length, vectors },
    counts: { documents: heads.length, provisions: library.provisions, rows: plan.size },
  });
}

function headsAfter(earlier: EarlierGeneration, { documentIds, changed }: CorpusUpdate): DocumentHead[] {
  const standing = new Map(earlier.reading.documents.map((head) => [head.documentId, head]));
  return documentIds.flatMap((documentId) => changed.get(documentId) ?? standing.get(documentId) ?? []);
}

function linkBase(writer: GenerationWriter, { generation, manifest }: EarlierGeneration): void {
  const link = (name: string, source: string): void =>
    writer.link(name, join(generation.path, source), manifest.files[source] as IndexFile);
  for (const name of BASE_FILES) if (manifest.files[name]) link(name, name);
  link(FILE.baseDictionary, manifest.delta ? FILE.baseDictionary : FILE.userDictionary);
}

/** Writes the documents that the base does not hold as they are now, and says where each document stands. */
function writeDeltaLibrary(
  writer: GenerationWriter,
  earlier: EarlierGeneration,
  heads: readonly DocumentHead[],
  changed: ReadonlyMap<string, PolicyDocument>,
): { places: Pick<Layout, "documentSegments" | "documentNumbers">; provisions: number } {
  const places = { documentSegments: new Uint8Array(heads.length), documentNumbers: new Uint32Array(heads.length) };
  const delta: PolicyDocument[] = [];
  let provisions = 0;
  for (const [number, { documentId }] of heads.entries()) {
    const standing = changed.has(documentId) ? undefined : earlier.placeOf(documentId);
    if (standing?.segment === "base") {
      places.documentNumbers[number] = standing.number;
      provisions += earlier.store.countOf(documentId);
      continue;
    }
    const document = changed.get(documentId) ?? documentOf(earlier, documentId);
    places.documentSegments[number] = 1;
    places.documentNumbers[number] = delta.length;
    provisions += document.provisions.length;
    delta.push(document);
  }
  writeLibrary(writer, "delta", delta);
  return { places, provisions };
}

/** What the model made of the earlier delta's rows; what the base holds of the delta's is made again rather than loaded. */
async function knownRows({ generation, manifest }: EarlierGeneration): Promise<KnownRows> {
  return new Map(manifest.delta ? await loadEmbeddedRows(generation, manifest, "delta", manifest.delta) : []);
}
