// Proves that the exported model gives the table's own vectors through the product's library.
// node training/verify.mjs MODEL_DIR FILE, where FILE holds JSON lines {"words", "vector"}; prints the least cosine.
import { readFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { env, pipeline } from "@xenova/transformers";

const [modelDir, file] = process.argv.slice(2);
env.localModelPath = dirname(resolve(modelDir));
env.allowRemoteModels = false;
env.useFSCache = false;
const extract = await pipeline("feature-extraction", basename(resolve(modelDir)), { dtype: "q8" });
let least = 1;
for (const line of readFileSync(file, "utf8").trim().split("\n")) {
  const { words, vector } = JSON.parse(line);
  const { data } = await extract(words, { pooling: "mean", normalize: true });
  least = Math.min(
    least,
    data.reduce((sum, value, at) => sum + value * vector[at], 0),
  );
}
console.log(`least cosine between table and exported model: ${least.toFixed(5)}`);
if (least < 0.999) process.exitCode = 1;
