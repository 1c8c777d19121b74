import { existsSync } from "node:fs";
import { loadConfig } from "../config.js";
import { digestFiles, digestSources } from "../corpus/digest.js";
import { type CorpusFile, identifySources, loadCorpus } from "../corpus/load.js";
import type { CorpusProblem } from "../corpus/problem.js";
import { type KnownFile, reloadCorpus } from "../corpus/reload.js";
import type { Embedder } from "../embedding/embedder.js";
import { UsageError } from "../errors.js";
import { loadEarlierGeneration } from "../indexing/earlier-generation.js";
import { IndexDamagedError } from "../indexing/index-errors.js";
import type { Manifest } from "../indexing/manifest.js";
import { updateIndex } from "../indexing/update.js";
import type { BuildProgress } from "../indexing/write-segment.js";
import { indexPlace } from "./index-place.js";
import { segmenterFactory } from "./models.js";

/** Where the command keeps what it reads and builds. */
export interface Folders {
  readonly corpusDir: string;
  readonly indexDir: string;
}

export interface IndexReport {
  readonly manifest: Pick<Manifest, "counts">;
  readonly problems: readonly CorpusProblem[];
}

/** Hears of what an index build does. */
export interface BuildListener {
  onReading?(done: number, total: number): void;
  onProgress?(progress: BuildProgress): void;
  onProblem?(problem: CorpusProblem): void;
}

/**
 * Builds the index from the corpus as a new generation, upon the one before where little has changed since. One bad file
 * never costs the others.
 */
export async function buildApp(
  folders: Folders,
  embedder: Embedder,
  listener: BuildListener = {},
): Promise<IndexReport> {
  requireFolder(folders.corpusDir);
  const sources = await digestSources(folders.corpusDir);
  return (
    (await buildUpon(folders, sources, embedder, listener)) ?? (await buildWhole(folders, sources, embedder, listener))
  );
}

/** Undefined where there is nothing to build upon, or too much has changed. */
async function buildUpon(
  { corpusDir, indexDir }: Folders,
  sources: readonly CorpusFile[],
  embedder: Embedder,
  listener: BuildListener,
): Promise<IndexReport | undefined> {
  if ((await indexPlace(indexDir, loadConfig().indexUrl)).isShared) return undefined;
  const plainSegmenterDigest = segmenterFactory([]).digest;
  const { digest: modelDigest, dimensions } = embedder;
  const earlier = await loadEarlierGeneration(indexDir, { modelDigest, dimensions, plainSegmenterDigest });
  if (!earlier) return undefined;
  try {
    const update = await reloadCorpus(corpusDir, sources, earlier.reading);
    for (const problem of update.problems) listener.onProblem?.(problem);
    const manifest = await updateIndex(earlier, {
      corpus: { update, digest: digestFiles(sources) },
      indexDir,
      embedder,
      segmenterFactory,
      onProgress: (progress) => listener.onProgress?.(progress),
    });
    return manifest && { manifest, problems: update.problems };
  } catch (error) {
    if (error instanceof IndexDamagedError) return undefined;
    throw error;
  } finally {
    earlier.store.close();
  }
}

async function buildWhole(
  { corpusDir, indexDir }: Folders,
  sources: readonly CorpusFile[],
  embedder: Embedder,
  listener: BuildListener,
): Promise<IndexReport> {
  const { documents, problems } = await loadCorpus(corpusDir, {
    onProgress: (done, total) => listener.onReading?.(done, total),
  });
  for (const problem of problems) listener.onProblem?.(problem);
  const place = await indexPlace(indexDir, loadConfig().indexUrl);
  const manifest = await place.build({
    corpus: { documents, files: toKnownFiles(sources, problems), digest: digestFiles(sources) },
    embedder,
    segmenterFactory,
    onProgress: (progress) => listener.onProgress?.(progress),
  });
  return { manifest, problems };
}

function toKnownFiles(sources: readonly CorpusFile[], problems: readonly CorpusProblem[]): KnownFile[] {
  const ids = identifySources(sources.map(({ file }) => file));
  return sources.map((source) => ({
    ...source,
    id: ids.get(source.file) ?? source.file,
    problems: problems.filter(({ file }) => file === source.file),
  }));
}

/** Throws UsageError where there is no corpus. */
export function requireFolder(corpusDir: string): void {
  if (!existsSync(corpusDir)) {
    throw new UsageError(`语料目录 ${corpusDir} 不存在；请用 --corpus 指定放有 .txt 或 .md 文件的目录。`);
  }
}
