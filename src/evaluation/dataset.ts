import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { z } from "zod";
import type { RefusalReason } from "../answering/answer.js";
import { PolicyChatError } from "../errors.js";

const REFUSAL_REASONS = [
  "no_basis",
  "not_in_corpus",
  "no_such_provision",
  "off_topic",
  "unsafe",
] as const satisfies readonly RefusalReason[];

const { localeError } = z.locales.zhCN();

const text = z.string().trim().min(1);
const refusalReason = z.enum(REFUSAL_REASONS);

/** One line of a question set (contract.md section 4). Unknown fields are left out, so that sets may carry notes. */
const entrySchema = z.object({
  // White space would break the columns of a TREC file.
  id: z.string().regex(/^\S+$/, "不得为空，也不得含空白"),
  question: text,
  history: z.array(z.object({ role: z.enum(["user", "assistant"]), content: z.string() })).default([]),
  type: text.default("other"),
  answerable: z.boolean(),
  /** Gold places. `document` is a number, a title or a documentId; eId "*" is anywhere in it. */
  citations: z.array(z.object({ document: text, eId: text })).default([]),
  match: z.enum(["any", "all"]).default("any"),
  /** Every entry must be in the answer; `|` separates alternatives. */
  mustContain: z.array(text).default([]),
  mustNotContain: z.array(text).default([]),
  /** Acceptable refusal reasons of a question without an answer; empty where any will do. */
  reason: z
    .union([refusalReason.transform((reason) => [reason]), z.array(refusalReason)])
    .optional()
    .transform((reasons): readonly RefusalReason[] => reasons ?? []),
});

export type DatasetQuestion = Readonly<z.output<typeof entrySchema>>;
export type GoldCitation = DatasetQuestion["citations"][number];

export interface Dataset {
  /** File name without folder and extension: `chaoyang.dev`. */
  readonly name: string;
  readonly questions: readonly DatasetQuestion[];
}

/** A question set, judgments or a run that cannot be read. The message names file, line and field, and what to do. */
export class DatasetInvalidError extends PolicyChatError {
  constructor(file: string, line: number | null, problem: string, options?: { cause?: unknown }) {
    super("dataset_invalid", `${file}${line === null ? "" : `:${line}`}: ${problem}`, options);
  }
}

/** Parses JSON Lines; blank lines are skipped. Throws DatasetInvalidError at the first bad line. */
export function parseDataset(source: string, file: string): Dataset {
  const questions: DatasetQuestion[] = [];
  const lineOfId = new Map<string, number>();
  for (const [index, line] of source
    .replace(/^\uFEFF/, "")
    .split("\n")
    .entries()) {
    if (line.trim() === "") continue;
    const question = parseEntry(line, file, index + 1);
    const earlier = lineOfId.get(question.id);
    if (earlier !== undefined) {
      const problem = `字段 id："${question.id}" 已用于第 ${earlier} 行，请为每题另取编号`;
      throw new DatasetInvalidError(file, index + 1, problem);
    }
    lineOfId.set(question.id, index + 1);
    questions.push(question);
  }
  if (questions.length === 0) {
    throw new DatasetInvalidError(file, null, "没有问题；请每行写一个 JSON 对象");
  }
  return { name: basename(file).replace(/\.jsonl?$/, ""), questions };
}

/** Reads a question set. Throws DatasetInvalidError when the file is missing or bad. */
export async function loadDataset(file: string): Promise<Dataset> {
  return parseDataset(await readEvaluationFile(file), file);
}

/** Reads a text file of the evaluation. Throws DatasetInvalidError when it cannot be read. */
export async function readEvaluationFile(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new DatasetInvalidError(file, null, "无法读取；请检查路径和权限", { cause });
  }
}

function parseEntry(line: string, file: string, lineNumber: number): DatasetQuestion {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    const problem = "不是 JSON 对象；请把一题完整写在一行";
    throw new DatasetInvalidError(file, lineNumber, problem, { cause });
  }
  const parsed = entrySchema.safeParse(value, { error: localeError });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join(".") || "（整行）";
  const problem = `字段 ${field}：${issue?.message ?? "无效"}；格式见 evals/README.md`;
  throw new DatasetInvalidError(file, lineNumber, problem, { cause: parsed.error });
}
