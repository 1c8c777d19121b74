import { defineCommand } from "citty";
import { benchDurability } from "./bench/durability.js";
import { benchLaws } from "./bench/laws.js";
import { renderMeasures } from "./bench/measure.js";
import { benchSmall } from "./bench/small.js";
import { folderArgs } from "./folder-args.js";

/** `bench`: speed, size and memory, measured in this run on this machine; a quarter of an hour with `--laws`. */
export const benchCommand = defineCommand({
  meta: { name: "bench", description: "测量速度、体积和内存" },
  args: {
    json: { type: "boolean", description: "标准输出只给 JSON" },
    laws: { type: "boolean", description: "改测全部法规（../shared/data/laws.tar.xz，约一刻钟）" },
    durability: { type: "boolean", description: "改测断电、损坏与磁盘写满（约十分钟）" },
    ...folderArgs,
  },
  async run({ args }) {
    const folders = { corpusDir: args.corpus, indexDir: args.index };
    const measures = args.laws
      ? await benchLaws()
      : args.durability
        ? await benchDurability(folders)
        : await benchSmall(folders);
    console.log(args.json ? JSON.stringify(measures, null, 2) : renderMeasures(measures));
  },
});
