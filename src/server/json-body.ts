import type { Context } from "hono";
import type { z } from "zod";
import { invalidInput, problem } from "./problems.js";

/**
 * Reads a JSON body and checks it; gives the parsed value or the response that says what is wrong. JSON's content type is
 * required because browsers send it across sites only after a preflight, which the allow-list answers.
 */
export async function readJsonBody<T extends z.ZodType>(
  c: Context,
  schema: T,
  questionField: string,
): Promise<{ value: z.infer<T> } | { response: Response }> {
  const mediaType = (c.req.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (mediaType !== "application/json") return { response: problem(c, "unsupported_media_type") };
  const text = await c.req.text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return { response: problem(c, "bad_json") };
  }
  const parsed = schema.safeParse(body);
  return parsed.success ? { value: parsed.data } : { response: invalidInput(c, parsed.error, questionField) };
}
