import { join } from "node:path";
import type { DocumentHead, PolicyDocument } from "../corpus/provision.js";
import type { EarlierReading, KnownFile } from "../corpus/reload.js";
import { PolicyChatError } from "../errors.js";
import {
  type ExpectedIndex,
  FILE,
  fileOf,
  type Generation,
  listGenerations,
  loadManifest,
  type SegmentName,
  stalePart,
} from "./generation.js";
import { fromLayoutArrays, type Layout } from "./layout.js";
import type { Manifest } from "./manifest.js";
import { segmentsOf } from "./open-vectors.js";
import { type PackedArrays, unpackArrays } from "./packed-arrays.js";
import { ProvisionFile } from "./provision-file.js";
import { ProvisionStore } from "./provision-store.js";
import { unpackDigests } from "./search-digests.js";
import type { TermOccurrences } from "./user-dictionary.js";
import { readVerified, verifyFile } from "./verified-files.js";

/** The segment that holds a document's provisions, and its number there. */
export interface SegmentPlace {
  readonly segment: SegmentName;
  readonly number: number;
}

/** A generation that a later one can be built upon: what has changed is laid beside its base. */
export interface EarlierGeneration {
  readonly generation: Generation;
  readonly manifest: Manifest;
  readonly reading: EarlierReading;
  readonly store: ProvisionStore;
  /** Where the provisions of a document stand. */
  readonly placeOf: (documentId: string) => SegmentPlace | undefined;
  /** Row of each row of the base in this generation, the number of its rows for one that is gone. */
  readonly basePlaces: Uint32Array;
  readonly baseDigests: readonly string[];
  readonly terms: TermOccurrences;
  /** What the base's postings were cut with. */
  readonly baseTerms: TermOccurrences;
}

/**
 * The newest generation as far as the next build upon it needs it; undefined where there is none of this kind, or it is
 * damaged or of another model: then all is made again. Small indexes are: nothing is saved on them.
 */
export async function loadEarlierGeneration(
  indexDir: string,
  expected: ExpectedIndex,
): Promise<EarlierGeneration | undefined> {
  const [generation] = listGenerations(indexDir);
  if (!generation) return undefined;
  try {
    const manifest = loadManifest(generation);
    const isKind = stalePart(manifest, expected) === undefined && manifest.vectors.kind === "hnsw";
    return isKind ? await load(generation, manifest) : undefined;
  } catch (error) {
    if (error instanceof PolicyChatError) return undefined;
    throw error;
  }
}

async function load(generation: Generation, manifest: Manifest): Promise<EarlierGeneration | undefined> {
  const files = await readGeneration(generation, manifest);
  const reading = {
    files: files.json(FILE.sources) as KnownFile[],
    documents: files.json(FILE.documents) as DocumentHead[],
  };
  if (reading.files.length === 0) return undefined;
  const layout = manifest.delta && fromLayoutArrays(FILE.layout, files.arrays(FILE.layout));
  const places = reading.documents.map((_, number) => placeIn(layout, number));
  const libraries = { base: await files.library("base"), delta: manifest.delta && (await files.library("delta")) };
  const store = new ProvisionStore(reading.documents, [libraries.base, libraries.delta ?? []].flat(), (number) => {
    const place = places[number] ?? NO_PLACE;
    return { file: libraries[place.segment] ?? libraries.base, number: place.number };
  });
  const numbers = new Map(reading.documents.map(({ documentId }, number) => [documentId, number]));
  const terms = files.json(FILE.userDictionary) as TermOccurrences;
  return {
    generation,
    manifest,
    reading,
    store,
    placeOf: (documentId) => places[numbers.get(documentId) ?? -1],
    basePlaces: layout?.basePlaces ?? Uint32Array.from({ length: manifest.counts.rows }, (_, row) => row),
    baseDigests: unpackDigests(files.bytes(FILE.searchDigests)),
    terms,
    baseTerms: manifest.delta ? (files.json(FILE.baseDictionary) as TermOccurrences) : terms,
  };
}

const NO_PLACE: SegmentPlace = { segment: "base", number: 0 };

function placeIn(layout: Layout | undefined, number: number): SegmentPlace {
  if (!layout) return { segment: "base", number };
  return {
    segment: layout.documentSegments[number] === 1 ? "delta" : "base",
    number: layout.documentNumbers[number] ?? 0,
  };
}

async function readGeneration(generation: Generation, manifest: Manifest) {
  const { delta } = segmentsOf(manifest);
  const names = [FILE.sources, FILE.documents, FILE.userDictionary, FILE.library, FILE.searchDigests];
  const added = delta ? [FILE.layout, FILE.baseDictionary, fileOf("delta", FILE.library)] : [];
  const files = await readVerified(generation, manifest, [...names, ...added]);
  const bytes = (name: string): Uint8Array => files.get(name) ?? new Uint8Array();
  const arrays = (name: string): PackedArrays => unpackArrays(join(generation.path, name), bytes(name));
  return {
    bytes,
    arrays,
    json: (name: string): unknown => JSON.parse(Buffer.from(bytes(name)).toString("utf8")),
    library: async (segment: SegmentName): Promise<ProvisionFile> =>
      new ProvisionFile(
        await verifyFile(generation, manifest, fileOf(segment, FILE.provisions)),
        arrays(fileOf(segment, FILE.library)),
      ),
  };
}

/** A document of the generation in full. Throws RangeError for one that is not there. */
export function documentOf({ store }: EarlierGeneration, documentId: string): PolicyDocument {
  const head = store.document(documentId);
  if (!head) throw new RangeError(`no document ${documentId}`);
  return { ...head, provisions: store.provisionsOf(documentId) };
}
