import { Hono } from "hono";
import type { Answer, Answerer } from "../answering/answer.js";
import { escapeSlack, type SlackMessage, toSlackMessage } from "./slack-blocks.js";
import { isSlackSignature } from "./slack-signature.js";

/** Slack drops a slash command after 3 s; half a second is left for the network. */
const REPLY_WITHIN_MS = 2_500;
const POST_TIMEOUT_MS = 10_000;
const MAX_QUESTION_LENGTH = 2_000;

export interface SlackOptions {
  readonly answerer: Answerer;
  /** null leaves the route closed: it answers 503 and says so. */
  readonly signingSecret: string | null;
  /** Address under which people open the reader page; null takes the address that Slack called. */
  readonly publicUrl: string | null;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** Hears of failures; the fields hold no question. */
  readonly log: (level: "error", event: string, fields: Readonly<Record<string, string | number>>) => void;
  readonly replyWithinMs?: number;
}

function say(text: string): SlackMessage {
  return { response_type: "ephemeral", text };
}

const USAGE = "用法：`/policy 问题`，例如 `/policy 提请审议前要备齐哪些材料？`。回答照录文件原文，并注明出处。";
const FAILED = say("查询未成功，请稍后再试。");
const TOO_LONG = say(`问题过长，请控制在${MAX_QUESTION_LENGTH}字以内。`);
const WAIT = say("正在查找文件依据，稍后回复。");

function refuse(code: string, message: string) {
  return { error: { code, message } };
}

/** Slack escapes three characters in what people type. */
function unescapeSlack(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** The address for a late reply, where it is one of Slack's own; anything else could make us call a stranger. */
export function parseResponseUrl(value: string | null): URL | null {
  if (value === null || !URL.canParse(value)) return null;
  const url = new URL(value);
  return url.protocol === "https:" && url.host === "hooks.slack.com" && url.username === "" ? url : null;
}

function challengeOf(rawBody: string): string | null {
  try {
    const { type, challenge } = JSON.parse(rawBody) as { type?: unknown; challenge?: unknown };
    return type === "url_verification" && typeof challenge === "string" ? challenge : null;
  } catch {
    return null;
  }
}

async function postLate(options: SlackOptions, url: URL, reply: Promise<SlackMessage>): Promise<void> {
  try {
    const response = await options.fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(await reply),
      redirect: "error",
      signal: AbortSignal.timeout(POST_TIMEOUT_MS),
    });
    if (!response.ok) options.log("error", "slack_reply_refused", { status: response.status });
  } catch (error) {
    options.log("error", "slack_reply_failed", { name: error instanceof Error ? error.name : typeof error });
  }
}

/** The answer when it is ready in time; else a word of patience, and the answer through `response_url`. */
async function replyInTime(
  options: SlackOptions,
  reply: Promise<SlackMessage>,
  responseUrl: URL | null,
): Promise<SlackMessage> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), options.replyWithinMs ?? REPLY_WITHIN_MS);
  });
  const inTime = await Promise.race([reply, late]);
  clearTimeout(timer);
  if (inTime !== null) return inTime;
  if (responseUrl === null) return FAILED;
  void postLate(options, responseUrl, reply);
  return WAIT;
}

function answerCommand(options: SlackOptions, form: URLSearchParams, baseUrl: string): Promise<SlackMessage> {
  const question = unescapeSlack(form.get("text") ?? "").trim();
  if (question === "" || question === "help") return Promise.resolve(say(escapeSlack(USAGE)));
  if (question.length > MAX_QUESTION_LENGTH) return Promise.resolve(TOO_LONG);
  const reply = options.answerer.answer({ question }).then(
    (answer: Answer) => toSlackMessage(answer, baseUrl),
    (error: unknown) => {
      options.log("error", "slack_answer_failed", { name: error instanceof Error ? error.name : typeof error });
      return FAILED;
    },
  );
  return replyInTime(options, reply, parseResponseUrl(form.get("response_url")));
}

/** The Slack door: the signed slash command, and the challenge by which Slack checks the address. */
export function createSlackChannel(options: SlackOptions): { path: string; app: Hono } {
  const app = new Hono();
  app.post("/", async (c) => {
    if (options.signingSecret === null) {
      return c.json(refuse("slack_not_configured", "尚未配置 Slack 签名密钥，此入口未启用。"), 503);
    }
    const rawBody = await c.req.text();
    const timestamp = c.req.header("x-slack-request-timestamp");
    const signature = c.req.header("x-slack-signature");
    if (!isSlackSignature({ rawBody, timestamp, signature }, options.signingSecret, options.now())) {
      return c.json(refuse("bad_signature", "签名无效或已过期。"), 401);
    }
    if ((c.req.header("content-type") ?? "").startsWith("application/json")) {
      const challenge = challengeOf(rawBody);
      return challenge === null
        ? c.json(refuse("bad_request", "只接受斜杠命令和地址验证请求。"), 400)
        : c.json({ challenge });
    }
    const form = new URLSearchParams(rawBody);
    if (form.get("ssl_check") === "1") return c.body(null, 200);
    return c.json(await answerCommand(options, form, options.publicUrl ?? new URL(c.req.url).origin));
  });
  return { path: "/webhooks/slack", app };
}
