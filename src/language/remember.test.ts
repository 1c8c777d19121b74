import { describe, expect, it } from "vitest";
import { remember } from "./remember.js";

describe("remember", () => {
  const counted = (most: number) => {
    const made: string[] = [];
    const upper = remember(most, (text) => {
      made.push(text);
      return text.toUpperCase();
    });
    return { made, upper };
  };

  it("makes what is asked for once", () => {
    const { made, upper } = counted(2);
    expect([upper("a"), upper("b"), upper("a")]).toEqual(["A", "B", "A"]);
    expect(made).toEqual(["a", "b"]);
  });

  it("never holds more than it may, and makes anew what it has forgotten", () => {
    const { made, upper } = counted(2);
    for (const text of ["a", "b", "c", "a"]) upper(text);
    expect(made).toEqual(["a", "b", "c", "a"]);
  });

  it("takes as one what the same text stands for", () => {
    const length = remember(
      9,
      (parts: string[]) => ({ length: parts.length }),
      (parts) => parts.join(" "),
    );
    expect(length(["a", "b"])).toBe(length(["a", "b"]));
  });
});
