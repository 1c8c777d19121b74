import { pinyin } from "pinyin-pro";
import { describe, expect, it } from "vitest";
import soundsAlike from "./homophones.json" with { type: "json" };
import { REGIONS } from "./regions.js";
import bySound from "./regions-by-sound.json" with { type: "json" };

const sound = (character: string) =>
  pinyin(character, { toneType: "none" })
    .replace(/^([zcs])h/u, "$1")
    .replace(/ng$/u, "n");

describe("the table of homophones", () => {
  it("has in one group what sounds alike by pinyin-pro, and no sound twice", () => {
    const sounds = soundsAlike.map((group) => new Set([...group].map(sound)));
    expect(sounds.filter(({ size }) => size !== 1)).toEqual([]);
    expect(new Set(sounds.map(([only]) => only)).size).toBe(soundsAlike.length);
  });

  it("has the characters in common use", () => {
    expect(soundsAlike.join("").length).toBeGreaterThan(3_700);
  });
});

describe("the table of regions by their sound", () => {
  it("has every region as pinyin-pro spells it, in one word", () => {
    expect(bySound).toEqual(
      [...REGIONS].map((region) => [pinyin(region, { toneType: "none", v: true }).replace(/\s/gu, ""), region]),
    );
  });
});
