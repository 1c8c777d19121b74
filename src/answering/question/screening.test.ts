import { describe, expect, it } from "vitest";
import { createScreening } from "./screening.js";

describe("createScreening", () => {
  it("adds the log-odds of the runs over the root of how many there are, the ends among them", () => {
    const screening = createScreening({ runs: { 假: [2, 0], "^假": [1, 0], 饭: [0, 4] }, shift: [-1, -2] });
    // 假, ^假 and 假$.
    const unsafe = Math.exp(-1 + 3 / Math.sqrt(3));
    const offTopic = Math.exp(-2);
    expect(screening("假")).toEqual({
      unsafe: expect.closeTo(unsafe / (1 + unsafe + offTopic), 12),
      offTopic: expect.closeTo(offTopic / (1 + unsafe + offTopic), 12),
    });
  });

  it("leaves marks and white space out", () => {
    const screening = createScreening({ runs: { 吃饭: [0, 5] }, shift: [-5, -5] });
    expect(screening("吃,饭 ")).toEqual(screening("吃饭"));
  });
});
