// Cuts texts with the product's own normaliser and segmenter, so that training and product agree.
// stdin: one JSON string a line; stdout: its words, joined by spaces, a line each.
import { mkdtempSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
// Inside the project, so that the packages left outside the bundle are found.
const folder = mkdtempSync(join(root, "node_modules", ".segment-"));
const outfile = join(folder, "language.mjs");
try {
  await build({
    stdin: {
      contents: 'export * from "./src/language/jieba.js"; export * from "./src/language/normalise.js";',
      resolveDir: root,
    },
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    outfile,
    logLevel: "warning",
  });
  const { createJieba, normalise } = await import(pathToFileURL(outfile).href);
  const segmenter = createJieba({ dictionaryDir: join(root, "models", "jieba") });
  let lines = [];
  for await (const line of createInterface({ input: process.stdin })) {
    lines.push(segmenter.cutPlain(normalise(JSON.parse(line))).join(" ").replaceAll("\n", " "));
    if (lines.length === 1000) {
      await write(lines);
      lines = [];
    }
  }
  await write(lines);
} finally {
  rmSync(folder, { recursive: true });
}

async function write(lines) {
  if (lines.length === 0) return;
  if (!process.stdout.write(`${lines.join("\n")}\n`)) await new Promise((resolve) => process.stdout.once("drain", resolve));
}
