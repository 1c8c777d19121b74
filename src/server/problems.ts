import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { z } from "zod";
import { type ErrorBody, MAX_QUESTION_LENGTH, type ProblemCode } from "./wire.js";

const PROBLEMS: Record<ProblemCode, { status: ContentfulStatusCode; message: string }> = {
  bad_json: { status: 400, message: "提交的内容不是有效的 JSON。" },
  bad_request: { status: 400, message: "提交的内容不符合要求。" },
  question_missing: { status: 400, message: "请输入要询问的问题。" },
  question_too_long: { status: 400, message: `问题过长，请控制在${MAX_QUESTION_LENGTH}字以内。` },
  unsupported_media_type: { status: 415, message: "请以 application/json 格式提交。" },
  body_too_large: { status: 413, message: "提交的内容过大，请缩短后重试。" },
  not_found: { status: 404, message: "没有找到所请求的页面或接口。" },
  document_not_found: { status: 404, message: "没有找到这份文件，请核对文件编号。" },
  method_not_allowed: { status: 405, message: "此接口不支持这种请求方式。" },
  not_ready: { status: 503, message: "服务正在准备，请稍后再试。" },
  timed_out: { status: 504, message: "查询用时过长，已停止，请稍后再试。" },
  internal: { status: 500, message: "服务暂时出现问题，请稍后再试。" },
};

/** HTTP status and wording of a problem, for pages. */
export function describeProblem(code: ProblemCode): { status: ContentfulStatusCode; message: string } {
  return PROBLEMS[code];
}

/** The body of an error; `detail` replaces the general wording and must not repeat what the caller sent. */
export function problemBody(code: ProblemCode, detail?: string): ErrorBody {
  return { error: { code, message: detail ?? PROBLEMS[code].message } };
}

/** Answers with a problem. */
export function problem(c: Context, code: ProblemCode, detail?: string): Response {
  return c.json(problemBody(code, detail), PROBLEMS[code].status);
}

/** Answers a request that failed its schema: names the field, never its content. `questionField` is the question's key. */
export function invalidInput(c: Context, error: z.ZodError, questionField: string): Response {
  const issue = error.issues[0];
  const field = issue?.path.join(".") ?? "";
  if (field === questionField) {
    return problem(c, issue?.code === "too_big" ? "question_too_long" : "question_missing");
  }
  return problem(c, "bad_request", field === "" ? undefined : `字段 ${field} 不符合要求。`);
}
