import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { PolicyChatError } from "../errors.js";

/** Of `models/word-register/words.tsv`, made by training/word_register.py. */
const SHA256 = "8fe452a959127fd4f4099a67a1c69cd2360f9dbc3d0a731c2a97d5d8ab30c3de";

/** How a word is used outside the corpus. */
export interface WordUse {
  /** 0 for a word that only people use (名字), 1 for one that only drafters use (复议). */
  readonly drafted: number;
  /** Nats: 0 for a word of every text. */
  readonly rarity: number;
}

/** Use of a word by laws on one side, questions and news on the other; null for a word hardly seen in either. */
export type WordRegister = (word: string) => WordUse | null;

/** The table is missing or not the one this program was made with. */
export class WordRegisterDamagedError extends PolicyChatError {
  constructor(path: string, options?: { cause?: unknown }) {
    super("word_register_damaged", `word table ${path} is missing or damaged; restore it from the release`, options);
  }
}

/** Log odds from which on a word counts as wholly drafted, and wholly spoken when negative. */
const SURE = 2;

/** Reads the bundled table (43,000 words). Throws `WordRegisterDamagedError`. */
export function loadWordRegister(path: string): WordRegister {
  const figures = new Map<string, string>();
  for (const line of readProved(path).split("\n")) {
    const end = line.indexOf("\t");
    if (end > 0) figures.set(line.slice(0, end), line.slice(end + 1));
  }
  return (word) => {
    const found = figures.get(word);
    return found === undefined ? null : toUse(found);
  };
}

// A question asks for some dozens of the words: all of them are not worth reading at the start.
function toUse(figures: string): WordUse {
  const [register, rarity] = figures.split("\t").map(Number) as [number, number];
  return { drafted: Math.min(1, Math.max(0, (register + SURE) / (2 * SURE))), rarity };
}

function readProved(path: string): string {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw new WordRegisterDamagedError(path, { cause });
  }
  if (createHash("sha256").update(text).digest("hex") !== SHA256) throw new WordRegisterDamagedError(path);
  return text;
}
