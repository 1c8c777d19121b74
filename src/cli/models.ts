import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type CrossEncoder, openCrossEncoder } from "../embedding/cross-encoder.js";
import type { Embedder } from "../embedding/embedder.js";
import { loadRankingWeights, type RankingWeights } from "../embedding/ranking-weights.js";
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
export const MODEL_DIR = join(MODELS, "zh-policy-static-4");

/** The bundled dictionary with the terms of a corpus. */
export const segmenterFactory: SegmenterFactory = (userDictionary) =>
  createJieba({ dictionaryDir: join(MODELS, "jieba"), userDictionary });

/** The bundled embedding model, fed with dictionary words as it was trained. */
export async function openEmbedder(): Promise<Embedder> {
  const plain = segmenterFactory([]);
  return openTransformersEmbedder({ modelDir: MODEL_DIR, toWords: (text) => plain.cutPlain(normalise(text)) });
}

/** Every model and table that an answer comes from. */
export interface Models {
  readonly embedder: Embedder;
  /** Reads question and passage together, by the pieces of the embedding model. */
  readonly crossEncoder: CrossEncoder;
  /** How retrieval weighs what it finds. */
  readonly ranking: RankingWeights;
  /** Which words drafters use and which people use. */
  readonly register: WordRegister;
}

/** Folder of the cross-encoder. */
const CROSS_ENCODER_DIR = join(MODELS, "zh-policy-cross-4");

/** The bundled ones, or another cross-encoder, proved by their digests. */
export async function openModels(crossEncoderDir = CROSS_ENCODER_DIR): Promise<Models> {
  return {
    embedder: await openEmbedder(),
    crossEncoder: openCrossEncoder(crossEncoderDir),
    ranking: loadRankingWeights(MODEL_DIR),
    register: loadWordRegister(join(MODELS, "word-register", "words.tsv")),
  };
}
