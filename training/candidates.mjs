// Writes what the product's retrieval finds for question sets, with the features that the reranker is learned on.
//   node training/candidates.mjs --model DIR --corpus DIR --index DIR --out FILE [--statutes FILE --folds 1,2] [--set FILE]…
// One JSON line a question: the features of its best rows in the order of RANKING_FEATURES, and which of them answer it (0 or 1).
// The index is built with the model where it is missing. No question of fold 0 or of a test set may be learned on.
import { withBundled } from "./bundled.mjs";

await withBundled("candidates", ({ writeCandidates }, root) => writeCandidates(root, process.argv.slice(2)));
