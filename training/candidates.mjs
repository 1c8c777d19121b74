// Writes what the product's retrieval finds for question sets, with the features that the reranker is learned on.
//   node training/candidates.mjs --model DIR --corpus DIR --index DIR --out FILE [--statutes FILE --folds 1,2] [--set FILE]…
// One JSON line a question: the features of its best rows in the order of RANKING_FEATURES, and which of them answer it (0 or 1).
// The index is built with the model where it is missing. No question of fold 0 or of a test set may be learned on.
import { mkdtempSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
// Inside the project, so that the packages left outside the bundle are found.
const folder = mkdtempSync(join(root, "node_modules", ".candidates-"));
const outfile = join(folder, "candidates.mjs");
try {
  await build({
    entryPoints: [join(root, "training", "candidates.ts")],
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    outfile,
    logLevel: "warning",
  });
  const { writeCandidates } = await import(pathToFileURL(outfile).href);
  await writeCandidates(root, process.argv.slice(2));
} finally {
  rmSync(folder, { recursive: true });
}
