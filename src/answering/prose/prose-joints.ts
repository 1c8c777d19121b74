import type { Citation } from "../answer.js";
import type { Joints } from "./prose-align.js";
import { toBare } from "./prose-text.js";

/** The names of the cited place may stand anywhere; with 根据 … 规定 around them they open a sentence. */
export function jointsOf({ title, number, label }: Citation): Joints {
  const article = /^第[^条]+条/u.exec(label)?.[0] ?? label;
  const documents = [title, ...(number === null ? [] : [number, title + number])];
  const places = [...new Set([label, article])].filter((place) => /^(?:第|附)/u.test(place));
  const names = [...documents, ...places, ...documents.flatMap((name) => places.map((place) => name + place))].map(
    toBare,
  );
  const based = BASED_ON.flatMap((before) => [
    ...RULES.map((rule) => before + rule),
    ...names.flatMap((name) => ["", ...RULES].map((rule) => before + name + rule)),
  ]);
  return { anywhere: names, opening: [...based, ...names.flatMap((name) => SAYS.map((says) => name + says))] };
}

const BASED_ON = ["根据", "按照", "依据", "依照"];
const RULES = ["规定", "有关规定", "相关规定", "文件规定", "上述规定", "该规定", "要求"];
const SAYS = ["规定", "明确规定", "明确", "要求", "载明"];
