import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { digestApart } from "./digest-thread.js";
import { type CorpusFile, listSources } from "./load.js";
import { CorpusUnreadableError } from "./problem.js";

/** Raise when the parser reads the same sources differently, so that older indexes count as stale. */
export const PARSER_VERSION = 2;

/** SHA-256 (hex) over names and bytes of all sources, without parsing them. Throws CorpusUnreadableError. */
export async function digestCorpus(directory: string): Promise<string> {
  return digestFiles(await digestSources(directory));
}

/** The digest of the whole from those of its files. */
export function digestFiles(files: readonly CorpusFile[]): string {
  const whole = createHash("sha256").update(`parser ${PARSER_VERSION}\n`);
  for (const { file, digest } of files) whole.update(`${digest} ${file}\n`);
  return whole.digest("hex");
}

/** Every source under the folder with the digest of its bytes, sorted by name. Throws CorpusUnreadableError. */
export async function digestSources(directory: string): Promise<CorpusFile[]> {
  const names = await listSources(directory);
  const paths = names.map((file) => join(directory, file));
  try {
    const digests =
      names.length < MANY ? paths.map(digestFile) : (await digestApart(paths)).map(({ sha256 }) => sha256);
    return names.map((file, at) => ({ file, digest: digests[at] as string }));
  } catch (cause) {
    throw new CorpusUnreadableError(directory, { cause });
  }
}

/** From so many files on they are digested on a thread of their own. */
const MANY = 500;

function digestFile(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
