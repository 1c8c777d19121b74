// Writes texts as they come where nobody marked their paragraphs: every document of a corpus in parts of one line each, and the
// question sets over it with the part that holds the answer as gold. What long rows are worth is learned on them.
//   node training/flatten.mjs --corpus DIR --out DIR --set FILE…
// Gives OUT/corpus and OUT/questions.jsonl, for candidates.mjs.
import { mkdtempSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
// Inside the project, so that the packages left outside the bundle are found.
const folder = mkdtempSync(join(root, "node_modules", ".flatten-"));
const outfile = join(folder, "flatten.mjs");
try {
  await build({
    entryPoints: [join(root, "training", "flatten.ts")],
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    outfile,
    logLevel: "warning",
  });
  const { writeFlattened } = await import(pathToFileURL(outfile).href);
  await writeFlattened(root, process.argv.slice(2));
} finally {
  rmSync(folder, { recursive: true });
}
