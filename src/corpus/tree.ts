import type { Coverage } from "./coverage.js";
import type { PolicyDocument } from "./provision.js";

const SHOWN = 30;

/** A document for people to look over: its head, then a line a provision with eId, label and first characters. */
export function renderTree(document: PolicyDocument): string {
  const { documentId, title, number, date, status, duplicateOf, provisions } = document;
  const facts = [number ?? "无文号", date ?? "无日期", status, `${provisions.length} 处条款`];
  if (duplicateOf !== null) facts.push(`与 ${duplicateOf} 为同一文件`);
  const head = `${documentId}  ${title}  （${facts.join("，")}）`;
  const lines = provisions.map(({ eId, label, num, heading, text }) => {
    const words = [num, heading, text.replace(/\s+/g, " ")].filter((part) => part).join(" ");
    const shown = words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words;
    return `${"  ".repeat(eId.split("__").length)}${eId}  ${label}  ${shown}`;
  });
  return [head, ...lines].join("\n");
}

/** One line that sums up how a source was used: 24,000 字，条文 …，标题 …. */
export function renderCoverage({ file, printed, byKind }: Coverage): string {
  const uses = Object.entries(byKind).map(([kind, count]) => `${NAMES[kind] ?? kind} ${count}`);
  return `${file}：${printed} 字全部归类（${uses.join("，")}）`;
}

const NAMES: Readonly<Record<string, string>> = {
  text: "条文",
  number_mark: "编号",
  heading: "标题",
  title: "文件名称",
  cover: "封面",
  contents: "目录",
  list_mark: "列表符号",
  heading_mark: "标题符号",
  table_mark: "表格符号",
  emphasis: "强调符号",
  page_mark: "页码",
  release_note: "公开说明",
  history: "制定沿革",
  comment: "注释",
};
