import { defineCommand } from "citty";
import { UsageError } from "../errors.js";
import { folderArgs } from "./folder-args.js";
import { openApp } from "./open-app.js";
import { renderAnswer } from "./render-answer.js";

/** `ask "问题"`: one answer, for a person or with `--json` the Answer object alone. */
export const askCommand = defineCommand({
  meta: { name: "ask", description: "问一个问题" },
  args: {
    question: { type: "positional", required: false, description: "要问的问题" },
    json: { type: "boolean", description: "标准输出只给 Answer 对象" },
    ...folderArgs,
  },
  async run({ args }) {
    const question = args.question?.trim() ?? "";
    if (question === "") throw new UsageError('请写出要问的问题，例如：policy-chat ask "公开征求意见的期限是多少天？"');
    const app = await openApp({ corpusDir: args.corpus, indexDir: args.index }, { isCold: true });
    try {
      const answer = await app.answerer.answer({ question });
      console.log(
        args.json ? JSON.stringify(answer, null, 2) : await app.library.read(() => renderAnswer(app.library, answer)),
      );
    } finally {
      await app.close();
    }
  },
});
