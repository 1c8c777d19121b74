import { createHmac } from "node:crypto";
import type { KnownBlock } from "@slack/types";
import { describe, expect, it } from "vitest";
import type { Answer, Citation } from "../answering/answer.js";
import { createSlackChannel, parseResponseUrl, type SlackOptions } from "./slack.js";
import { splitForSlack, toSlackMessage } from "./slack-blocks.js";
import { isSlackSignature } from "./slack-signature.js";

const SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
/** The request that Slack publishes with its signature. */
const PUBLISHED = {
  rawBody:
    "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c",
  timestamp: "1531420618",
  signature: "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
};
const NOW = 1_531_420_618_000;

const citation: Citation = {
  index: 1,
  provisionId: "g/1#art_11",
  documentId: "g/1",
  number: "朝政发〔2022〕9号",
  title: "决策程序规定",
  eId: "art_11",
  label: "第十一条",
  quote: "一般不少于7个工作日。",
  quoteStart: 0,
  quoteEnd: 11,
  status: "in_force",
  url: "/documents/g/1#art_11",
};
const answer: Answer = {
  status: "answered",
  answer: "**一般不少于7个工作日。**[1] A<B & C>D",
  citations: [citation],
  refusal: null,
  suggestions: [],
  mode: "extractive",
  confidence: 0.9,
  elapsedMs: 1,
};

function createChannel(overrides: Partial<SlackOptions> = {}) {
  const failures: string[] = [];
  const options: SlackOptions = {
    answerer: { answer: async () => answer },
    signingSecret: SECRET,
    publicUrl: "https://policy.example",
    fetch: async () => Response.json({ ok: true }),
    now: () => NOW,
    log: (_level, event) => void failures.push(event),
    ...overrides,
  };
  return { app: createSlackChannel(options).app, failures };
}

function send(app: ReturnType<typeof createChannel>["app"], body: string, type = "application/x-www-form-urlencoded") {
  const timestamp = String(NOW / 1_000);
  const signature = `v0=${createHmac("sha256", SECRET).update(`v0:${timestamp}:${body}`).digest("hex")}`;
  return app.request("/", {
    method: "POST",
    headers: { "Content-Type": type, "X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": signature },
    body,
  });
}

function command(text: string, responseUrl = "https://hooks.slack.com/commands/T/1/x"): string {
  return new URLSearchParams({ command: "/policy", text, response_url: responseUrl }).toString();
}

function textsOf(blocks: readonly KnownBlock[] | undefined): string[] {
  return (blocks ?? []).flatMap((block) => (block.type === "section" && block.text ? [block.text.text] : []));
}

describe("isSlackSignature", () => {
  it("accepts the published request", () => {
    expect(isSlackSignature(PUBLISHED, SECRET, NOW)).toBe(true);
  });

  it.each([
    ["another body", { rawBody: `${PUBLISHED.rawBody}&x=1` }],
    ["another signature", { signature: PUBLISHED.signature.replace(/.$/, "4") }],
    ["a short signature", { signature: "v0=a2" }],
    ["no signature", { signature: undefined }],
    ["no timestamp", { timestamp: undefined }],
    ["a timestamp that is no number", { timestamp: "1531420618.0" }],
  ])("refuses %s", (_name, change) => {
    expect(isSlackSignature({ ...PUBLISHED, ...change }, SECRET, NOW)).toBe(false);
  });

  it.each([
    [-301, false],
    [-300, true],
    [300, true],
    [301, false],
    [31_536_000, false],
  ])("judges a clock %d s away: %s", (seconds, accepted) => {
    expect(isSlackSignature(PUBLISHED, SECRET, NOW + seconds * 1_000)).toBe(accepted);
  });
});

describe("POST /webhooks/slack", () => {
  it("answers a signed command with blocks and citations", async () => {
    const response = await send(createChannel().app, command("要多久？"));
    expect(await response.json()).toEqual({
      response_type: "ephemeral",
      text: "*一般不少于7个工作日。*[1] A&lt;B &amp; C&gt;D",
      blocks: [
        { type: "section", text: { type: "mrkdwn", text: "*一般不少于7个工作日。*[1] A&lt;B &amp; C&gt;D" } },
        { type: "divider" },
        {
          type: "section",
          text: {
            type: "mrkdwn",
            text: "*[1]* <https://policy.example/documents/g/1#art_11|《决策程序规定》（朝政发〔2022〕9号）第十一条>\n> 一般不少于7个工作日。",
          },
        },
      ],
    });
  });

  it("hands on what the person typed, without Slack's escapes", async () => {
    const asked: string[] = [];
    const answerer: SlackOptions["answerer"] = {
      async answer({ question }) {
        asked.push(question);
        return answer;
      },
    };
    await send(createChannel({ answerer }).app, command(" A&amp;B &lt;3 "));
    expect(asked).toEqual(["A&B <3"]);
  });

  it("says how it is used when nothing is asked", async () => {
    const reply = (await (await send(createChannel().app, command(" "))).json()) as { text: string; blocks?: unknown };
    expect(reply.text).toContain("/policy 问题");
    expect(reply.blocks).toBeUndefined();
  });

  it("refuses a forged request before it reads it", async () => {
    const response = await createChannel().app.request("/", { method: "POST", body: command("问") });
    expect(response.status).toBe(401);
    expect(((await response.json()) as { error: { code: string } }).error.code).toBe("bad_signature");
  });

  it("is closed without a secret and says so", async () => {
    const response = await send(createChannel({ signingSecret: null }).app, command("问"));
    expect(response.status).toBe(503);
    expect(((await response.json()) as { error: { code: string } }).error.code).toBe("slack_not_configured");
  });

  it("echoes the challenge and passes the certificate check", async () => {
    const { app } = createChannel();
    const challenge = JSON.stringify({ type: "url_verification", challenge: "abc" });
    expect(await (await send(app, challenge, "application/json")).json()).toEqual({ challenge: "abc" });
    expect((await send(app, "{", "application/json")).status).toBe(400);
    const check = await send(app, "ssl_check=1&token=x");
    expect([check.status, await check.text()]).toEqual([200, ""]);
  });

  it("acknowledges at once when the answer is late and posts it afterwards", async () => {
    let finish: (answer: Answer) => void = () => undefined;
    const pending = new Promise<Answer>((resolve) => {
      finish = resolve;
    });
    let post: (request: [url: string, init: RequestInit | undefined]) => void = () => undefined;
    const posted = new Promise<[url: string, init: RequestInit | undefined]>((resolve) => {
      post = resolve;
    });
    const fetchLate: typeof fetch = async (url, init) => {
      post([String(url), init]);
      return Response.json({ ok: true });
    };
    const { app } = createChannel({ answerer: { answer: () => pending }, fetch: fetchLate, replyWithinMs: 1 });
    const reply = (await (await send(app, command("问"))).json()) as { text: string };
    expect(reply.text).toContain("稍后回复");
    finish(answer);
    const [url, init] = await posted;
    expect([url, init?.redirect]).toEqual(["https://hooks.slack.com/commands/T/1/x", "error"]);
    expect(JSON.parse(String(init?.body))).toEqual(toSlackMessage(answer, "https://policy.example"));
  });

  it("never posts to a stranger's address", async () => {
    let posts = 0;
    const countPosts = async () => {
      posts += 1;
      return Response.json({});
    };
    const never = { answer: () => new Promise<Answer>(() => undefined) };
    const { app } = createChannel({ answerer: never, fetch: countPosts, replyWithinMs: 1 });
    const reply = (await (await send(app, command("问", "https://evil.example/hooks.slack.com"))).json()) as {
      text: string;
    };
    expect(reply.text).toContain("未成功");
    expect(posts).toBe(0);
  });

  it("says that it failed without saying how", async () => {
    const { app, failures } = createChannel({ answerer: { answer: async () => Promise.reject(new Error("secret")) } });
    expect(await (await send(app, command("问"))).text()).not.toContain("secret");
    expect(failures).toEqual(["slack_answer_failed"]);
  });
});

describe("parseResponseUrl", () => {
  it.each([
    ["https://hooks.slack.com/commands/1", true],
    ["http://hooks.slack.com/commands/1", false],
    ["https://hooks.slack.com.evil.example/", false],
    ["https://hooks.slack.com:8443/", false],
    ["https://user@hooks.slack.com/", false],
    ["not a url", false],
    [null, false],
  ])("judges %s: %s", (value, accepted) => {
    expect(parseResponseUrl(value) !== null).toBe(accepted);
  });
});

describe("toSlackMessage", () => {
  it("stays within Slack's limits and says what it left out", () => {
    const many = Array.from({ length: 60 }, (_, position) => ({
      ...citation,
      index: position + 1,
      quote: "文".repeat(4_000),
    }));
    const message = toSlackMessage(
      { ...answer, answer: "<文>\n".repeat(3_000), citations: many },
      "https://policy.example",
    );
    const texts = textsOf(message.blocks);
    expect(message.blocks?.length).toBeLessThanOrEqual(50);
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(3_000);
    expect(texts.join("").length).toBeLessThanOrEqual(12_000);
    expect(JSON.stringify(message.blocks?.at(-1))).toContain("未能全部显示");
  });

  it("shows the citations that fit beside a short answer", () => {
    const many = Array.from({ length: 60 }, (_, position) => ({ ...citation, index: position + 1 }));
    const message = toSlackMessage({ ...answer, citations: many }, "https://policy.example");
    expect(textsOf(message.blocks)).toHaveLength(1 + 22);
    expect(JSON.stringify(message.blocks?.at(-1))).toContain("另有38处依据未显示");
  });

  it("says so when a language model worded the answer, and only then", () => {
    const lastOf = (mode: "generated" | "extractive") =>
      JSON.stringify(toSlackMessage({ ...answer, mode }, "https://policy.example").blocks?.at(-1));
    expect(lastOf("generated")).toContain("由语言模型");
    expect(lastOf("extractive")).not.toContain("由语言模型");
  });

  it("cuts at a line break and never inside an entity", () => {
    expect(splitForSlack("abc\ndef&amp;", 8)).toEqual(["abc\n", "def&amp;"]);
    expect(splitForSlack("aaaa&amp;b", 6)).toEqual(["aaaa", "&amp;b"]);
  });
});
