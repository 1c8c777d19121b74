// Writes what tells whether passages decide yes/no questions, for fit_verdict.py. The index of corpus/ is built where it is missing.
//   node training/verdicts.mjs --index DIR --held-out DIR --out FILE
// The held-out networks are those that train_cross_encoder.sh writes: a train question is read by the one that has not learned from it.
import { withBundled } from "./bundled.mjs";

await withBundled("verdicts", ({ writeVerdictSigns }, root) => writeVerdictSigns(root, process.argv.slice(2)));
