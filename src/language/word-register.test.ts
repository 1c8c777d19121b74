import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadWordRegister, WordRegisterDamagedError } from "./word-register.js";

describe("the word register", () => {
  const register = loadWordRegister("models/word-register/words.tsv");

  it("knows the words of drafters from those of everyday speech", () => {
    expect(register("复议")?.drafted).toBe(1);
    expect(register("名字")?.drafted).toBe(0);
    expect(register("规定")?.rarity).toBeLessThan(register("复议")?.rarity ?? 0);
  });

  it("has nothing to say of a word that it has not seen", () => {
    expect(register("拍板儿")).toBeNull();
  });

  it("refuses a table that is missing or differs in one character", () => {
    const path = join(mkdtempSync(join(tmpdir(), "register-")), "words.tsv");
    expect(() => loadWordRegister(path)).toThrow(WordRegisterDamagedError);
    writeFileSync(path, "规定\t1.0\t2.0\n");
    expect(() => loadWordRegister(path)).toThrow(WordRegisterDamagedError);
  });
});
