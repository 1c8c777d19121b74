import { type BuildOptions, buildIndex } from "../indexing/build.js";
import { listGenerations } from "../indexing/generation.js";
import type { Manifest } from "../indexing/manifest.js";
import { type EagerOpenOptions, openIndex } from "../indexing/open.js";
import type { PolicyIndex } from "../indexing/policy-index.js";

/** Where an index lies and how it is built and opened there. */
export interface IndexPlace {
  /** Many servers may share it, of which not all have the source texts. */
  readonly isShared: boolean;
  build(options: Omit<BuildOptions, "indexDir">): Promise<Manifest>;
  open(options: EagerOpenOptions): Promise<PolicyIndex>;
  /** Number of the newest generation; 0 where there is none. */
  newest(): number | Promise<number>;
}

/** The database where one is configured, else the folder: the database's client is loaded only where it is needed. */
export async function indexPlace(indexDir: string, indexUrl: string | null): Promise<IndexPlace> {
  if (indexUrl === null) {
    return {
      isShared: false,
      build: (options) => buildIndex({ ...options, indexDir }),
      open: (options) => openIndex(indexDir, options),
      newest: () => listGenerations(indexDir)[0]?.number ?? 0,
    };
  }
  const { buildPostgresIndex } = await import("../indexing/postgres/build-postgres.js");
  const { openPostgresIndex, watchPostgresIndex } = await import("../indexing/postgres/open-postgres.js");
  return {
    isShared: true,
    build: (options) => buildPostgresIndex({ ...options, indexUrl }),
    open: async ({ embedder, corpusDigest, ...options }) => {
      const digest = await corpusDigest;
      const sources = digest === undefined ? {} : { corpusDigest: digest };
      return openPostgresIndex(indexUrl, {
        ...options,
        ...sources,
        embedder: typeof embedder === "function" ? await embedder() : embedder,
      });
    },
    newest: watchPostgresIndex(indexUrl),
  };
}
