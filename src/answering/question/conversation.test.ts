import { describe, expect, it } from "vitest";
import type { ChatTurn } from "../answer.js";
import { spellSteps } from "../places/spell-steps.js";
import { isCounterpart, leans, readConversation } from "./conversation.js";

const user = (content: string): ChatTurn => ({ role: "user", content });
const assistant = (content: string): ChatTurn => ({ role: "assistant", content });

describe("leans", () => {
  it.each([
    "第二项呢",
    "那2035年的目标是多少呢？",
    "它由哪个部门负责组织实施和监督检查",
    "要多少天",
    "如果情况紧急需要缩短征求意见的时间",
    "刚才说的那个程序需要报送哪些材料",
  ])("is true of %s", (question) => {
    expect(leans(question)).toBe(true);
  });

  it.each([
    "重大行政决策公开征求意见的期限是多少天",
    "提请区政府常务会议审议前要备齐哪些材料",
  ])("is false of %s", (question) => {
    expect(leans(question)).toBe(false);
  });
});

describe("readConversation", () => {
  it("takes the latest question that stands on its own for the topic", () => {
    const { topic } = readConversation([
      user("重大行政决策公开征求意见的期限是多少天"),
      assistant("一般不少于30日。"),
      user("提请区政府常务会议审议前要备齐哪些材料"),
      assistant("决策草案等。"),
      user("那第三项呢"),
    ]);
    expect(topic).toBe("提请区政府常务会议审议前要备齐哪些材料");
  });

  it("falls back on the last question where none stands on its own", () => {
    expect(readConversation([user("第八条"), user("那下一条呢")]).topic).toBe("那下一条呢");
  });

  it("remembers the place named last, in an answer as well, and the document only from the person", () => {
    const { place, references } = readConversation([
      user("9号文第八条第一项讲什么"),
      assistant("见《实施方案》第十一条。"),
    ]);
    expect(place && spellSteps(place)).toBe("第11条");
    expect(references?.mention.shortNumber).toBe(9);
    expect(references?.mention.names).toEqual([]);
  });

  it("takes a short question that names a place of a text for one that stands on its own", () => {
    const { topic } = readConversation([user("政府采购法第十八条"), assistant("集中采购。"), user("下一条")]);
    expect(topic).toBe("政府采购法第十八条");
  });

  it("keeps the article of a point that a later turn counts on to", () => {
    const { place } = readConversation([user("9号文第八条第一项讲什么"), assistant("挂网。"), user("第二项呢")]);
    expect(place && spellSteps(place)).toBe("第8条第2项");
  });

  it("goes on from the place that the turn before moved to", () => {
    const { place } = readConversation([
      user("程序规定第二十条"),
      assistant("参照执行。"),
      user("下一条"),
      assistant("施行。"),
    ]);
    expect(place).toEqual([{ unit: "article", n: 20, shift: 1 }]);
  });

  it("has nothing to lean on at the beginning", () => {
    const nothing = { topic: "", references: null, place: null, told: "" };
    expect(readConversation(undefined)).toEqual(nothing);
    expect(readConversation([])).toEqual(nothing);
  });

  it("reads the last six turns only", () => {
    const later = Array.from({ length: 6 }, () => user("好"));
    expect(readConversation([user("9号文第八条讲的是什么内容"), ...later]).place).toBeNull();
    expect(readConversation([user("9号文第八条讲的是什么内容"), ...later.slice(1)]).place).not.toBeNull();
  });
});

describe("isCounterpart", () => {
  it.each([
    ["单位", "个人"],
    ["四板", "新三板"],
    ["周末", "平时"],
  ])("takes %s for the counterpart of %s", (word, other) => {
    expect(isCounterpart(word, other)).toBe(true);
  });

  it.each([
    ["材料", "资料"],
    ["单位", "单位"],
    ["补贴", "罚款"],
  ])("does not take %s for that of %s", (word, other) => {
    expect(isCounterpart(word, other)).toBe(false);
  });
});
