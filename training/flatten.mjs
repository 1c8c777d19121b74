// Writes texts as they come where nobody marked their paragraphs: every document of a corpus in parts of one line each, and the
// question sets over it with the part that holds the answer as gold. What long rows are worth is learned on them.
//   node training/flatten.mjs --corpus DIR --out DIR --set FILE…
// Gives OUT/corpus and OUT/questions.jsonl, for candidates.mjs.
import { withBundled } from "./bundled.mjs";

await withBundled("flatten", ({ writeFlattened }, root) => writeFlattened(root, process.argv.slice(2)));
