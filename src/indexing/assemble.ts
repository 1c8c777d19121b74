import type { DocumentHead } from "../corpus/provision.js";
import type { LayeredSegmenter } from "../language/segmenter.js";
import { type Layout, originsOf } from "./layout.js";
import { LexicalIndex } from "./lexical-index.js";
import type { Manifest } from "./manifest.js";
import { openProvisions, type Segment } from "./open-segment.js";
import type { RowPieces } from "./policy-index.js";
import { ProvisionStore } from "./provision-store.js";
import { SegmentedVectors } from "./segmented-vectors.js";
import type { LocalVectors } from "./vector-index.js";

/** The parts of an index that lies in this process, by the numbers of its rows. */
export interface LocalParts {
  readonly manifest: Manifest;
  readonly segmenter: LayeredSegmenter;
  readonly lexical: LexicalIndex;
  readonly vectors: LocalVectors;
  readonly pieces: (row: number) => RowPieces;
  readonly store: ProvisionStore;
  /** See `Segment.proved`. */
  readonly proved: Promise<unknown>;
  close(): void;
}

export interface OpenedFiles {
  readonly manifest: Manifest;
  readonly documents: readonly DocumentHead[];
  readonly segmenter: LayeredSegmenter;
  readonly base: Segment;
  /** What has changed since the base was built. */
  readonly added?: { readonly segment: Segment; readonly layout: Layout };
}

/** Makes one index of its segments. */
export function assemble({ manifest, documents, segmenter, base, added }: OpenedFiles): LocalParts {
  const size = manifest.counts.rows;
  if (!added) {
    const { postings, vectors, pieces } = base;
    const file = openProvisions(base);
    const store = new ProvisionStore(documents, [file], (number) => ({ file, number }));
    const lexical = new LexicalIndex([{ postings }], size, segmenter, manifest.lexical);
    return { manifest, segmenter, lexical, vectors, pieces, store, proved: base.proved, close: closing(store, [base]) };
  }
  const { segment: delta, layout } = added;
  const { basePlaces, deltaPlaces, gone } = layout;
  const origins = originsOf(layout, size);
  const store = segmentedStore(documents, layout, base, delta);
  const postings = [
    { postings: base.postings, places: basePlaces, gone },
    { postings: delta.postings, places: deltaPlaces },
  ];
  return {
    manifest,
    segmenter,
    lexical: new LexicalIndex(postings, size, segmenter, manifest.lexical),
    vectors: new SegmentedVectors(
      { vectors: base.vectors, places: basePlaces },
      { vectors: delta.vectors, places: deltaPlaces },
      origins,
    ),
    pieces: (row) => {
      const origin = origins[row] ?? 0;
      return origin >= 0 ? base.pieces(origin) : delta.pieces(-1 - origin);
    },
    store,
    proved: Promise.all([base.proved, delta.proved]),
    close: closing(store, [base, delta]),
  };
}

function closing(store: ProvisionStore, segments: readonly Segment[]): () => void {
  return () => {
    store.close();
    for (const segment of segments) segment.release();
  };
}

/** The provisions of base and delta as one store. */
function segmentedStore(
  documents: readonly DocumentHead[],
  { documentSegments, documentNumbers }: Pick<Layout, "documentSegments" | "documentNumbers">,
  base: Segment,
  delta: Segment,
): ProvisionStore {
  const files = [openProvisions(base), openProvisions(delta)] as const;
  return new ProvisionStore(documents, files, (document) => ({
    file: documentSegments[document] === 1 ? files[1] : files[0],
    number: documentNumbers[document] ?? 0,
  }));
}
