// Brings texts into the form in which the product compares them. stdin: one JSON string a line; stdout: the same, normalised.
import { createInterface } from "node:readline";
import { withBundled } from "./bundled.mjs";

await withBundled("normalise", async ({ normalise }) => {
  const lines = [];
  for await (const line of createInterface({ input: process.stdin })) lines.push(JSON.stringify(normalise(JSON.parse(line)).trim()));
  process.stdout.write(`${lines.join("\n")}\n`);
});
