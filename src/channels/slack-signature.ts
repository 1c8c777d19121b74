import { createHmac, timingSafeEqual } from "node:crypto";

/** How far the timestamp may be from now, on either side: an old request may be a replay, a future one a forgery. */
const WINDOW_SECONDS = 300;

export interface SignedRequest {
  /** The body byte for byte, as it was signed. */
  readonly rawBody: string;
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
}

/** True when Slack signed this request with our secret within five minutes of `nowMs`. Compares in constant time. */
export function isSlackSignature(request: SignedRequest, secret: string, nowMs: number): boolean {
  const { rawBody, timestamp, signature } = request;
  if (timestamp === undefined || signature === undefined || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(nowMs / 1_000 - Number(timestamp)) > WINDOW_SECONDS) return false;
  const expected = Buffer.from(`v0=${createHmac("sha256", secret).update(`v0:${timestamp}:${rawBody}`).digest("hex")}`);
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
