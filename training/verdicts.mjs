// Writes what tells whether passages decide yes/no questions, for fit_verdict.py. The index of corpus/ is built where it is missing.
//   node training/verdicts.mjs --index DIR --out FILE
import { withBundled } from "./bundled.mjs";

await withBundled("verdicts", ({ writeVerdictSigns }, root) => writeVerdictSigns(root, process.argv.slice(2)));
