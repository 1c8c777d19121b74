import { mkdtempSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Bundles training/NAME.ts with the product's sources and gives what it exports, with the project's folder, to `use`. */
export async function withBundled(name, use) {
  // Inside the project, so that the packages left outside the bundle are found.
  const folder = mkdtempSync(join(root, "node_modules", `.${name}-`));
  const outfile = join(folder, `${name}.mjs`);
  try {
    await build({
      entryPoints: [join(root, "training", `${name}.ts`)],
      bundle: true,
      format: "esm",
      platform: "node",
      packages: "external",
      outfile,
      logLevel: "warning",
    });
    await use(await import(pathToFileURL(outfile).href), root);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
