import { expect, it } from "vitest";
import { checkCoverage } from "./coverage.js";
import { parseFile } from "./parse.js";
import { renderCoverage, renderTree } from "./tree.js";

const parsed = parseFile({ file: "某规定(2022-09-13).md", text: "# 某规定\n\n第一条 甲：\n\n（一）乙。\n" });

it("draws a document with its places, indented", () => {
  expect(parsed.documents.map(renderTree)).toEqual([
    [
      "某规定(2022-09-13)  某规定  （无文号，2022-09-13，in_force，3 处条款）",
      "  art_1  第一条  第一条 甲： （一）乙。",
      "    art_1__para_1  第一条第一款  甲：",
      "    art_1__point_1  第一条第（一）项  （一） 乙。",
    ].join("\n"),
  ]);
});

it("sums up how a source was used", () => {
  expect(renderCoverage(checkCoverage(parsed))).toBe(
    "某规定(2022-09-13).md：14 字全部归类（标题符号 1，文件名称 3，编号 6，条文 4）",
  );
});
