import { describe, expect, it } from "vitest";
import type { ChatTurn } from "../answer.js";
import { continueCounting } from "./continued.js";

const asking = (...asked: string[]): ChatTurn[] =>
  asked.flatMap((content) => [
    { role: "user", content },
    { role: "assistant", content: "好。" },
  ]);

describe("continueCounting", () => {
  it.each([
    ["第三个呢", ["目录第一个谁承办", "第二个"], "目录第3个谁承办"],
    ["那第5个", ["目录第一个谁承办"], "目录第5个谁承办"],
    ["最后一个呢", ["目录第三项谁承办"], "目录最后一项谁承办"],
    ["再下一个呢", ["目录第一个谁承办", "第二个"], "目录第3个谁承办"],
    ["上一项", ["第八条第三项讲什么"], "第八条第2项讲什么"],
    ["第三行呢", ["目录第二行是什么"], "目录第3行是什么"],
    ["第二个行动呢", ["方案第三部分第一个行动是什么"], "方案第三部分第2个行动是什么"],
  ])("writes %s out", (question, asked, written) => {
    expect(continueCounting(question, asking(...asked))).toBe(written);
  });

  it.each([
    ["第三个呢", []],
    ["第三个呢", ["目录里有哪些事项"]],
    ["第三行呢", ["第八条第三项讲什么"]],
    ["上一个", ["目录第一个谁承办"]],
    ["第三个季度呢", ["目录第一个谁承办"]],
    ["第二个步骤要多少天", ["第一个步骤是什么"]],
  ])("leaves %s as it is", (question, asked) => {
    expect(continueCounting(question, asking(...asked))).toBeNull();
  });
});
