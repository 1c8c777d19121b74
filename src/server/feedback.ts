import type { Handler } from "hono";
import type { AppDeps } from "./deps.js";
import { readJsonBody } from "./json-body.js";
import type { AppMetrics } from "./metrics.js";
import { feedbackRequestSchema } from "./wire.js";

/** `POST /api/feedback`: keeps a thumb and a remark, then answers 201 with the moment it was kept. */
export function createFeedbackHandler(deps: AppDeps, metrics: AppMetrics): Handler {
  return async (c) => {
    const body = await readJsonBody(c, feedbackRequestSchema, "question");
    if ("response" in body) return body.response;
    const at = new Date(deps.now()).toISOString();
    await deps.feedback({ ...body.value, at });
    metrics.countFeedback(body.value.thumb);
    return c.json({ at }, 201);
  };
}
