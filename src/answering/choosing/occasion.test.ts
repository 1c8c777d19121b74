import { describe, expect, it } from "vitest";
import { fakeProvision } from "../../corpus/fake-library.js";
import { fakeCandidate, fakeTerm } from "../fake-candidate.js";
import { occasionFirst } from "./occasion.js";

const place = (eId: string, text: string, score: number) => fakeCandidate(fakeProvision("d", eId, text), score);
const how = place("art_9__point_2", "组织专家论证，可以采取论证会等方式，提供书面意见的，应当署名。", 5);
const when = place("art_9__para_1", "对专业性较强的决策事项，承办单位应当组织专家论证。", 4);
const far = place("art_10", "对专业性较强的决策事项，应当组织专家论证。", 2);
const order = (scored: readonly ReturnType<typeof place>[], text: string) =>
  occasionFirst(scored, { text, terms: [fakeTerm("决策"), fakeTerm("专家论证")] }).map(
    ({ provision }) => provision.eId,
  );

describe("occasionFirst", () => {
  it.each([
    "啥样的决策得找专家论证",
    "什么情况必须专家论证",
    "哪些事项要专家论证",
  ])("puts the place that tells when before the one that tells how for %s", (question) => {
    expect(order([how, when], question)).toEqual(["art_9__para_1", "art_9__point_2"]);
  });

  it("leaves the order where nothing of the kind is asked, the best tells it, or the place is far behind", () => {
    expect(order([how, when], "专家论证怎么组织")).toEqual(["art_9__point_2", "art_9__para_1"]);
    expect(order([how, when], "哪些人要决策建议")).toEqual(["art_9__point_2", "art_9__para_1"]);
    expect(order([how, far], "什么情况必须专家论证")).toEqual(["art_9__point_2", "art_10"]);
    expect(order([far, when], "什么情况必须专家论证")).toEqual(["art_10", "art_9__para_1"]);
    expect(order([], "什么情况必须专家论证")).toEqual([]);
  });
});
