import { describe, expect, it } from "vitest";
import { fakeHead } from "./fake-library.js";
import { standOn } from "./versions.js";

const first = fakeHead("first", {
  title: "某法",
  date: "2010-01-01",
  status: "superseded",
  supersededFrom: "2020-01-01",
});
const second = fakeHead("second", {
  title: "某法",
  date: "2019-06-01",
  inForceFrom: "2020-01-01",
  status: "superseded",
  supersededFrom: "2030-01-01",
});
const third = fakeHead("third", { title: "某法", date: "2029-03-01", inForceFrom: "2030-01-01" });
const undated = fakeHead("undated");
const heads = [first, second, third, undated];
const on = (day: string) =>
  standOn(heads, day).map(({ status, beginsOn, heldUntilThen }) => [status, beginsOn, heldUntilThen]);

describe("standOn", () => {
  it("leaves a version in force until the day on which the next begins", () => {
    expect(on("2029-12-31")).toEqual([
      ["superseded", undefined, undefined],
      ["in_force", undefined, undefined],
      ["unknown", "2030-01-01", "second"],
      ["in_force", undefined, undefined],
    ]);
  });

  it("knows which version holds until then where several are to come", () => {
    expect(on("2019-12-31").slice(0, 3)).toEqual([
      ["in_force", undefined, undefined],
      ["unknown", "2020-01-01", "first"],
      ["unknown", "2030-01-01", "first"],
    ]);
  });

  it("gives the stored heads where nothing is to come", () => {
    expect(standOn(heads, "2030-01-01")).toBe(heads);
  });

  it("says of a text without an earlier version only when it begins", () => {
    const [coming] = standOn([third], "2029-12-31");
    expect([coming?.beginsOn, coming?.heldUntilThen]).toEqual(["2030-01-01", undefined]);
  });
});
