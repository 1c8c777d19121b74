import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type CrossEncoder, openCrossEncoder } from "../embedding/cross-encoder.js";
import type { Embedder } from "../embedding/embedder.js";
import { openTransformersEmbedder } from "../embedding/transformers-js.js";
import { createJieba } from "../language/jieba.js";
import { normalise } from "../language/normalise.js";
import type { SegmenterFactory } from "../language/segmenter.js";
import { loadWordRegister, type WordRegister } from "../language/word-register.js";

/** The models stand beside the program, in the checkout (src/cli, dist) as in an installed package. */
const MODELS = [1, 2]
  .map((levels) => join(dirname(fileURLToPath(import.meta.url)), "../".repeat(levels), "models"))
  .find((path) => existsSync(path)) as string;

/** Folder of the embedding model. */
export const MODEL_DIR = join(MODELS, "zh-policy-static-3");

/** The bundled dictionary with the terms of a corpus. */
export const segmenterFactory: SegmenterFactory = (userDictionary) =>
  createJieba({ dictionaryDir: join(MODELS, "jieba"), userDictionary });

/** The bundled embedding model, fed with dictionary words as it was trained. */
export async function openEmbedder(): Promise<Embedder> {
  const plain = segmenterFactory([]);
  return openTransformersEmbedder({ modelDir: MODEL_DIR, toWords: (text) => plain.cutPlain(normalise(text)) });
}

/** Reads question and passage together, by the pieces of the embedding model. */
export const openBundledCrossEncoder = (): CrossEncoder => openCrossEncoder(join(MODELS, "zh-policy-cross-1"));

/** Which words drafters use and which people use. */
export const openWordRegister = (): WordRegister => loadWordRegister(join(MODELS, "word-register", "words.tsv"));
