import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildIndex } from "./build.js";
import { describeEngine, segmenterFactory } from "./engine.suite.js";
import { openIndex } from "./open.js";

describeEngine("files", async () => {
  const indexDir = mkdtempSync(join(tmpdir(), "engine-"));
  return {
    build: (documents, digest, embedder) =>
      buildIndex({ corpus: { documents, digest }, indexDir, embedder, segmenterFactory }),
    open: (embedder, corpusDigest) =>
      openIndex(indexDir, { embedder, segmenterFactory, ...(corpusDigest === undefined ? {} : { corpusDigest }) }),
  };
});
