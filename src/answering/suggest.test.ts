import { describe, expect, it } from "vitest";
import { normalise } from "../language/normalise.js";
import { createFakeLibrary } from "./fake-library.js";
import { createSuggester } from "./suggest.js";

const library = createFakeLibrary({
  rules: {
    places: [
      { eId: "art_1", own: "区司法局负责重大决策合法性审查工作。" },
      { eId: "art_2", own: "征求意见的期限一般不少于30日。" },
      { eId: "art_3", own: "承办单位提交下列材料：" },
      { eId: "art_4", own: "本规定自印发之日起施行。" },
    ],
  },
  copy: { duplicateOf: "rules", places: [{ eId: "art_1", own: "区教委负责学校管理工作。" }] },
  list: {
    places: [
      { eId: "table_1", own: "" },
      { eId: "table_1__row_1", own: "", cells: { 决策名称: "知识产权发展规划", 承办部门: "区市场监管局" } },
    ],
  },
});
const WHO = "重大决策合法性审查由谁负责？";
const HOW_LONG = "征求意见的期限不少于多少日？";
const WHICH = "承办单位提交哪些材料？";

function suggester(answers: (question: string) => boolean = () => true) {
  const asked: string[] = [];
  const created = createSuggester(library, async (question) => {
    asked.push(question);
    return answers(question);
  });
  return { ...created, asked };
}

describe("near", () => {
  it("turns the places after the cited one into questions, then those before, the cited one last", async () => {
    expect(await suggester().near(["rules#art_2"], "")).toEqual([WHICH, WHO, HOW_LONG]);
  });

  it("leaves out the question just asked and those that are not answered", async () => {
    expect(await suggester().near(["rules#art_2"], normalise(WHICH))).toEqual([WHO, HOW_LONG]);
    expect(await suggester((question) => question !== WHO).near(["rules#art_2"], "")).toEqual([WHICH, HOW_LONG]);
  });

  it("asks for the department of a table's row", async () => {
    expect(await suggester().near(["list#table_1__row_1"], "")).toEqual(["知识产权发展规划由哪个部门负责？"]);
  });

  it("checks each question once", async () => {
    const one = suggester();
    await one.near(["rules#art_2"], "");
    await one.near(["rules#art_1"], "");
    expect(one.asked).toHaveLength(3);
  });
});

describe("samples", () => {
  it("takes from official documents in turn, as many as are wanted", async () => {
    const all = [WHO, "知识产权发展规划由哪个部门负责？", HOW_LONG, WHICH];
    expect(await suggester().samples(9)).toEqual(all);
    expect(await suggester().samples(3)).toEqual(all.slice(0, 3));
  });

  it("asks no more questions than are wanted, where each is answered", async () => {
    const one = suggester();
    await one.samples(2);
    expect(one.asked).toHaveLength(2);
  });
});
