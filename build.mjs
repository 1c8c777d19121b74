// Bundles our own code only; packages stay in node_modules. Takes well under a second, so every script runs it first and
// nobody ever runs stale code. Each command is a file of its own, so that none waits for what only another one imports.
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";

const outdir = "dist";

/** Tables as a text that JSON.parse reads: as literals they had 20 of the 91 ms that a start spent compiling (one profile each). */
const parsedTables = {
  name: "parsed-tables",
  setup({ onLoad }) {
    onLoad({ filter: /\.json$/ }, ({ path }) => {
      const table = JSON.stringify(JSON.parse(readFileSync(path, "utf8")));
      return { contents: `export default JSON.parse(${JSON.stringify(table)});`, loader: "js" };
    });
  },
};
const common = {
  bundle: true,
  format: "esm",
  charset: "utf8",
  sourcemap: true,
  logLevel: "warning",
  metafile: true,
  outdir,
  plugins: [parsedTables],
};

const results = await Promise.all([
  build({
    ...common,
    entryPoints: { main: "src/cli/main.ts" },
    platform: "node",
    target: "node20",
    splitting: true,
    packages: "external",
    banner: { js: "#!/usr/bin/env node" },
  }),
  // A thread's program is found by its name beside the others, and loads nothing else.
  build({
    ...common,
    entryPoints: { "lexical-thread": "src/indexing/lexical-thread.ts" },
    platform: "node",
    target: "node20",
  }),
  build({
    ...common,
    entryPoints: { "policy-chat": "src/widget/policy-chat-define.ts" },
    platform: "browser",
    target: "es2022",
    format: "iife",
    minify: true,
  }),
]);

const built = new Set(results.flatMap(({ metafile }) => Object.keys(metafile.outputs)).map((path) => basename(path)));
for (const name of readdirSync(outdir)) if (!built.has(name)) rmSync(join(outdir, name), { recursive: true });
