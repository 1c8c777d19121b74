import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { listSources } from "./load.js";
import { CorpusUnreadableError } from "./problem.js";

/** Raise when the parser reads the same sources differently, so that older indexes count as stale. */
const PARSER_VERSION = 1;

/** SHA-256 (hex) over names and bytes of all sources, without parsing them. Throws CorpusUnreadableError. */
export async function digestCorpus(directory: string): Promise<string> {
  const whole = createHash("sha256").update(`parser ${PARSER_VERSION}\n`);
  for (const file of await listSources(directory)) {
    try {
      const bytes = await readFile(join(directory, file));
      whole.update(`${createHash("sha256").update(bytes).digest("hex")} ${file}\n`);
    } catch (cause) {
      throw new CorpusUnreadableError(directory, { cause });
    }
  }
  return whole.digest("hex");
}
