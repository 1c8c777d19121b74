import { describe, expect, it } from "vitest";
import { lettersOf, runsOf } from "./character-runs.js";

describe("runsOf", () => {
  it("gives each run once, by characters and not by halves of them", () => {
    expect([...runsOf("公公开", 2)]).toEqual(["公", "开", "公公", "公开"]);
    expect([...runsOf("𠮷a", 3)]).toEqual(["𠮷", "a", "𠮷a"]);
    expect([...runsOf("", 3)]).toEqual([]);
  });
});

describe("lettersOf", () => {
  it("leaves marks and white space out", () => {
    expect(lettersOf("第8条, 《规定》(试行)?")).toBe("第8条规定试行");
  });
});
