import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PolicyChatError } from "../errors.js";

/** The folder of the model, or a file of it, cannot be read. */
export class ModelMissingError extends PolicyChatError {
  constructor(path: string, options?: { cause?: unknown }) {
    super("model_missing", `model file ${path} cannot be read; restore it from the release`, options);
  }
}

/** A file of the model is not the one its SHA256SUMS names. */
export class ModelDamagedError extends PolicyChatError {
  constructor(path: string, problem: string, options?: { cause?: unknown }) {
    super("model_damaged", `model file ${path} ${problem}; restore it from the release`, options);
  }
}

/** `sha256sum` format: hex digest, two spaces, path relative to the folder. */
const SUM_LINE = /^([0-9a-f]{64}) {2}(\S.*)$/;

/** The file of the reranker's weights, on which no vector depends: an index does not grow stale with it. */
export const RANKING_FILE = "ranking.json";

/** A model whose files are the ones that it was released with. */
export interface ProvedModel {
  /** SHA-256 over the files that vectors depend on. */
  readonly digest: string;
  /** Bytes by path relative to the folder. */
  readonly files: ReadonlyMap<string, Buffer>;
}

/**
 * Reads and proves every file that `SHA256SUMS` in the folder names: a flipped bit in a model loads without a word otherwise. Throws
 * `ModelMissingError`, `ModelDamagedError`.
 */
export function readModelFiles(modelDir: string): ProvedModel {
  const sumsPath = join(modelDir, "SHA256SUMS");
  const sums = readModelFile(sumsPath);
  const lines = sums.toString("utf8").split("\n").filter(Boolean);
  if (lines.length === 0) throw new ModelDamagedError(sumsPath, "is empty");
  const files = new Map<string, Buffer>();
  for (const line of lines) {
    const [, expected, name] = SUM_LINE.exec(line) ?? [];
    if (expected === undefined || name === undefined)
      throw new ModelDamagedError(sumsPath, "is not in sha256sum format");
    const path = join(modelDir, name);
    const bytes = readModelFile(path);
    if (sha256(bytes) !== expected) throw new ModelDamagedError(path, "differs from its digest");
    files.set(name, bytes);
  }
  const ofVectors = lines.filter((line) => !line.endsWith(`  ${RANKING_FILE}`));
  return { digest: sha256(Buffer.from(ofVectors.map((line) => `${line}\n`).join(""))), files };
}

function readModelFile(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new ModelMissingError(path, { cause });
  }
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
