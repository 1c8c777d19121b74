// Writes two tables by pinyin-pro, which takes a tenth of a second to load and is not loaded by the program for that reason:
// src/language/homophones.json, the characters in common use (GB 2312) that sound alike, one group a string, and
// src/language/regions-by-sound.json, the regions as English writes them. Run from the root of the repository: node training/pinyin.mjs
import { writeFileSync } from "node:fs";
import { build } from "esbuild";
import { pinyin } from "pinyin-pro";

/** People who type by sound mix up flat and curled initials, and front and back nasals. */
const sound = (character) =>
  pinyin(character, { toneType: "none" })
    .replace(/^([zcs])h/u, "$1")
    .replace(/ng$/u, "n");

const groups = new Map();
const decoder = new TextDecoder("gb18030");
for (let row = 0xb0; row <= 0xd7; row++) {
  for (let cell = 0xa1; cell <= 0xfe; cell++) {
    const character = decoder.decode(Uint8Array.of(row, cell));
    if (!/^\p{Script=Han}$/u.test(character)) continue;
    const key = sound(character);
    groups.set(key, (groups.get(key) ?? "") + character);
  }
}
const alike = [...groups.values()].filter((group) => group.length > 1);
writeFileSync("src/language/homophones.json", `${JSON.stringify(alike)}\n`);

const [{ text }] = (await build({ entryPoints: ["src/language/regions.ts"], bundle: true, format: "esm", write: false }))
  .outputFiles;
const { REGIONS } = await import(`data:text/javascript,${encodeURIComponent(text)}`);
const spelled = [...REGIONS].map((region) => [pinyin(region, { toneType: "none", v: true }).replace(/\s/gu, ""), region]);
writeFileSync("src/language/regions-by-sound.json", `${JSON.stringify(spelled)}\n`);
