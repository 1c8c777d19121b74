import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ModelDamagedError, ModelMissingError, RANKING_FILE } from "./model-files.js";

/** What the reranker adds up, in the order in which `training/fit_reranker.py` learns it. */
export const RANKING_FEATURES = [
  "dense",
  "bigrams",
  "maxsim",
  "length",
  "support",
  "law",
  "interpretation",
  "local",
  "longRow",
] as const;

export type RankingFeature = (typeof RANKING_FEATURES)[number];
/** What each feature counts for. */
export type RankingWeights = Readonly<Record<RankingFeature, number>>;

/** Reads the weights that were learned for the model, whose files the caller has proved. Throws `ModelMissingError`, `ModelDamagedError`. */
export function loadRankingWeights(modelDir: string): RankingWeights {
  const path = join(modelDir, RANKING_FILE);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw new ModelMissingError(path, { cause });
  }
  const weights = parseOrNull(text);
  if (!isWeights(weights)) throw new ModelDamagedError(path, "does not hold a weight for every feature");
  return weights;
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isWeights(value: unknown): value is RankingWeights {
  const found = Object(value) as Record<string, unknown>;
  return RANKING_FEATURES.every((feature) => Number.isFinite(found[feature]));
}
