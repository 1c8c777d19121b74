import { expect, it } from "vitest";
import { fakeCandidate } from "../fake-candidate.js";
import { createFakeLibrary, placeOf } from "../fake-library.js";
import { definitionFirst } from "./definition.js";

const library = createFakeLibrary({
  d: {
    places: [
      { eId: "art_9", own: "查获的烟草专卖品由主管部门保管。" },
      { eId: "art_2", own: "本条例所称烟草专卖品是指卷烟、雪茄烟、烟丝。" },
    ],
  },
});
const ranked = ["art_9", "art_2"].map((eId, at) => fakeCandidate(placeOf(library, `d#${eId}`), 4 - at));
const first = (question: string) => definitionFirst(ranked, question)[0]?.provision.eId;

it.each([
  "济南说的烟草专卖品都有哪些东西",
  "烟草专卖品到底指啥",
  "烟草专卖品的定义",
  "烟草专卖品包括哪些",
])("puts the place that defines the name first for %s", (question) => {
  expect(first(question)).toBe("art_2");
});

it.each(["查获的烟草专卖品归谁管", "烟草专卖品有哪些部门在管", "卷烟是什么"])("leaves the order for %s", (question) => {
  expect(first(question)).toBe("art_9");
});

it("leaves a definition behind that fits much less", () => {
  const [best, other] = ranked;
  if (!best || !other) throw new Error("no candidates");
  const far = [best, { ...other, score: best.score - 9 }];
  expect(definitionFirst(far, "烟草专卖品到底指啥")[0]?.provision.eId).toBe("art_9");
});
