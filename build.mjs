// Bundles our own code only; packages stay in node_modules. Takes well under a second, so every script runs it first and
// nobody ever runs stale code.
import { build } from "esbuild";

const common = { bundle: true, format: "esm", sourcemap: true, logLevel: "warning", outdir: "dist" };

await Promise.all([
  build({
    ...common,
    entryPoints: { main: "src/cli/main.ts" },
    platform: "node",
    target: "node20",
    packages: "external",
    banner: { js: "#!/usr/bin/env node" },
  }),
  build({
    ...common,
    entryPoints: { "policy-chat": "src/widget/policy-chat-define.ts" },
    platform: "browser",
    target: "es2022",
    format: "iife",
    minify: true,
    charset: "utf8",
  }),
]);
