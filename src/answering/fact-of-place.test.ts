import { describe, expect, it } from "vitest";
import { normalise } from "../language/normalise.js";
import { answerFactOfPlace, factAskedOfPlace } from "./fact-of-place.js";
import { fakeTerm } from "./fake-candidate.js";
import { createFakeLibrary, placeOf } from "./fake-library.js";
import { parseReferences } from "./places/reference.js";
import type { Understanding } from "./question/understand.js";

const library = createFakeLibrary({
  rule: {
    places: [
      { eId: "art_5", own: "" },
      { eId: "art_5__para_1", own: "决策执行单位应当定期报告，也可以书面报告。" },
      { eId: "art_5__para_2", own: "听证会由专家参加。" },
    ],
  },
});

const factOf = (question: string, words: readonly string[]) =>
  factAskedOfPlace({
    references: parseReferences(normalise(question)),
    terms: words.map((word) => fakeTerm(word, { weight: 3 })),
  });

describe("factAskedOfPlace", () => {
  it.each([
    ["第五条第二项讲什么", ["讲什么"]],
    ["第五条的原文发我", ["原文"]],
    ["第五条具体规定了哪些内容", ["规定"]],
    ["第五条怎么说", ["说"]],
    ["第五条有几款", []],
    ["第五条关于听证会的那款", ["听证会"]],
  ])("is none in %s", (question, words) => {
    expect(factOf(question, words)).toBeNull();
  });

  it.each([
    ["第五条的听证会由谁主持", ["听证会"]],
    ["第五条的报告按季度还是按半年", ["报告"]],
    ["第五条说的报告有没有时限", ["报告"]],
  ])("is there in %s", (question, words) => {
    expect(factOf(question, words)).not.toBeNull();
  });
});

describe("answerFactOfPlace", () => {
  const outcome = (question: string, words: readonly string[]) => {
    const fact = factOf(question, words);
    const asked = { ...fact, text: fact?.text ?? "" } as unknown as Understanding;
    return answerFactOfPlace(library, asked, [placeOf(library, "rule#art_5")], []);
  };

  it.each([
    ["第五条的报告，究竟按季度还是按半年", ["报告", "季度", "半年"]],
    ["第五条的听证会要几名代表参加", ["听证会", "代表"]],
    ["第五条的报告有没有附表", ["报告", "附表"]],
    ["第五条给区财政局定了什么职责", ["财政局"]],
  ])("refuses %s, which the place does not tell", (question, words) => {
    const refused = outcome(question, words);
    expect(refused && "decline" in refused && refused.decline.reason).toBe("no_basis");
  });

  it("leaves the place whole where it speaks of one of two alternatives, and where nothing speaks against it", () => {
    expect(outcome("第五条的报告是口头还是书面", ["报告", "口头", "书面"])).toBeNull();
    expect(outcome("第五条的报告有没有书面", ["报告", "书面"])).toBeNull();
  });
});
