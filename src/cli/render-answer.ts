import colors from "picocolors";
import type { Answer, Citation } from "../answering/answer.js";
import { officialForm } from "../answering/writing/cite.js";
import type { PolicyLibrary } from "../corpus/library.js";

const STATUS: Readonly<Record<Citation["status"], string>> = {
  in_force: "",
  amended: "（已被修订）",
  superseded: "（已不再适用）",
  unknown: "",
};

/** An answer as a terminal shows it: the answer, then each citation in official form with the quoted words marked. */
export function renderAnswer(library: PolicyLibrary, answer: Answer): string {
  const lines = [answer.status === "refused" ? colors.yellow(plain(answer.answer)) : plain(answer.answer)];
  if (answer.mode === "generated")
    lines.push("", colors.dim("以上文字由语言模型依据下列原文整理，各句已与原文逐字核对。"));
  if (answer.citations.length > 0) lines.push("", colors.dim("依据"));
  for (const citation of answer.citations) {
    lines.push(`${colors.cyan(`[${citation.index}]`)} ${officialForm(citation)}${colors.red(STATUS[citation.status])}`);
    lines.push(indent(marked(library, citation)));
  }
  if (answer.suggestions.length > 0) {
    lines.push("", colors.dim("还可以问"), ...answer.suggestions.map((question) => `  · ${question}`));
  }
  return lines.join("\n");
}

/** Terminal text of our Markdown: bold becomes bold, list items keep their dash. */
function plain(markdown: string): string {
  return markdown.replace(/\*\*(.+?)\*\*/gu, (_, bold: string) => colors.bold(bold)).replace(/\n\n+/gu, "\n");
}

/** How much of the place is shown on either side of the quotation. */
const AROUND = 40;

/** The quotation underlined within its place, which is cut where it is long. */
function marked(library: PolicyLibrary, { provisionId, quote, quoteStart, quoteEnd }: Citation): string {
  const text = library.provision(provisionId)?.text ?? quote;
  const before = text.slice(Math.max(0, quoteStart - AROUND), quoteStart);
  const after = text.slice(quoteEnd, quoteEnd + AROUND);
  const open = quoteStart > AROUND ? "…" : "";
  const close = text.length > quoteEnd + AROUND ? "…" : "";
  return `${colors.dim(open + before)}${underlined(quote)}${colors.dim(after + close)}`;
}

/** Escape codes must not run across lines that are indented afterwards. */
function underlined(text: string): string {
  return text
    .split("\n")
    .map((line) => colors.underline(line))
    .join("\n");
}

const indent = (text: string) =>
  text
    .split("\n")
    .map((line) => `    ${line.replaceAll("\t", "  ")}`)
    .join("\n");
