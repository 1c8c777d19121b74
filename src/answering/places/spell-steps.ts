import { toChineseNumeral } from "../../corpus/numerals.js";
import { nameOf, type PlaceStep, type PlaceUnit } from "./place.js";

/** 第三十条 as a person writes it, for the refusal that names what does not exist. */
export function spellSteps(steps: readonly PlaceStep[]): string {
  return steps
    .map(({ unit, n, sub, shift }, i) => {
      const name = nameOf(unit);
      const beside = shift ? `${shift > 0 ? "之后" : "之前"}第${Math.abs(shift)}${name || "处"}` : "";
      if (unit === "any") return spellBare(steps, i) + beside;
      if (UNNUMBERED.includes(unit)) return name;
      return unit === "annex" ? `附件${n}` : `${spellNumber(n)}${name}${sub ? `之${sub}` : ""}${beside}`;
    })
    .join("");
}

const UNNUMBERED: readonly PlaceUnit[] = ["adoption", "foreword", "preface", "conclusions"];

function spellNumber(n: number): string {
  return n < 0 ? `倒数第${-n}` : `第${n}`;
}

/** A place named by its bare numbers is spelled as it is printed: 四（二）4. */
function spellBare(steps: readonly PlaceStep[], i: number): string {
  const n = steps[i]?.n ?? 0;
  if (i === 0) return steps.length > 1 ? toChineseNumeral(n) : `第${n}点`;
  return i > 1 && steps[i - 1]?.unit === "any" ? String(n) : `（${toChineseNumeral(n)}）`;
}
