import { defineCommand } from "citty";
import colors from "picocolors";
import { officialForm } from "../answering/writing/cite.js";
import { UsageError } from "../errors.js";
import { folderArgs } from "./folder-args.js";
import { openApp } from "./open-app.js";

/** `search "问题"`: ranked provisions. */
export const searchCommand = defineCommand({
  meta: { name: "search", description: "检索条款，按相关程度排列" },
  args: {
    question: { type: "positional", required: false, description: "要检索的问题" },
    k: { type: "string", default: "10", valueHint: "N", description: "条数，1 至 1000" },
    json: { type: "boolean", description: "标准输出只给 JSON" },
    ...folderArgs,
  },
  async run({ args }) {
    const question = args.question?.trim() ?? "";
    if (question === "") throw new UsageError('请写出要检索的问题，例如：policy-chat search "专家论证"');
    const k = Number(args.k);
    if (!Number.isInteger(k) || k < 1 || k > 1000) throw new UsageError(`--k 应为 1 至 1000 的整数，而不是 ${args.k}`);
    const app = await openApp({ corpusDir: args.corpus, indexDir: args.index }, { isCold: true });
    try {
      const hits = await app.retriever.search(question, { k });
      const results = await app.library.read(() =>
        hits.map((hit, i) => {
          const provision = app.library.provision(hit.provisionId);
          return { rank: i + 1, ...hit, label: provision?.label ?? "", text: provision?.text ?? "" };
        }),
      );
      if (args.json) console.log(JSON.stringify(results, null, 2));
      else if (results.length === 0) console.log("没有找到相关条款。");
      else console.log(results.map((result) => renderResult(app.library, result)).join("\n"));
    } finally {
      await app.close();
    }
  },
});

function renderResult(
  library: Awaited<ReturnType<typeof openApp>>["library"],
  {
    rank,
    provisionId,
    score,
    label,
    text,
  }: { rank: number; provisionId: string; score: number; label: string; text: string },
): string {
  const document = library.document(provisionId.slice(0, provisionId.indexOf("#")));
  const place = document ? officialForm({ ...document, label }) : provisionId;
  const start = text.replace(/\s+/gu, " ").slice(0, 80);
  return `${String(rank).padStart(2)}. ${place} ${colors.dim(score.toFixed(3))}\n    ${start}${text.length > 80 ? "…" : ""}`;
}
