import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answerer } from "../answer.js";
import { type ChatBehaviour, type FakeChatServer, startFakeChatServer } from "./fake-chat-server.js";
import { type FluentCase, fluentCases } from "./fluent-prose.js";
import { openChatModel } from "./generate.js";
import { createGeneratingAnswerer, type GenerationDeps } from "./generating-answerer.js";
import { corruptions, createRandom } from "./hostile-prose.js";

const ANSWERS = 1_000;
const SEED = 20_221_123;
const TIMEOUT_MS = 1_000;

/** One sentence as sent. `planted` names what was done to it. */
interface Sent {
  readonly text: string;
  readonly planted: string | null;
}
interface Trial {
  readonly sent: readonly Sent[];
  readonly behaviour: ChatBehaviour;
}

const random = createRandom(SEED);
const foreign = fluentCases.flatMap(({ close }) =>
  close
    .replace(/\[\d+\]|^[-\d.]+ /gmu, "")
    .split(/[，；：。\n]/u)
    .filter((clause) => clause.length > 7),
);

/** Only letters, characters and figures, and what stands between two figures: what a reader reads. Of this test alone. */
const read = (text: string) => text.replace(/(?<!\d)[^\p{L}\p{N}]|[^\p{L}\p{N}](?!\d)/gu, "");
const unmarked = (text: string) => text.replace(/\[\d+\]/gu, "");

function splitSent(prose: string): string[] {
  return prose.split(/(?<=\]|\n)/u).filter((sentence) => sentence.trim() !== "");
}

/** `known` is what the sentence must not say already, read: the rule, and the good prose where that is sent as well. */
function corrupt(sentence: string, known: string): Sent | null {
  const kinds = Object.entries(corruptions).sort(() => random() - 0.5);
  for (const [kind, change] of kinds) {
    const text = change(sentence.trim(), { random, foreign });
    // A verbatim stretch of the rule is no corruption.
    if (text === null || known.includes(read(unmarked(text)))) continue;
    return { text: `${text.trim()}\n`, planted: kind };
  }
  return null;
}

/** Good prose with some sentences replaced by corrupted ones, or whole with corrupted ones among them. */
function compose(close: string, rule: string): Sent[] {
  const good = splitSent(close).map((text): Sent => ({ text: `${text.trim()}\n`, planted: null }));
  if (random() < 0.4) {
    const share = random();
    return good.map((sent) => (random() < share ? (corrupt(sent.text, read(rule)) ?? sent) : sent));
  }
  const known = read(rule + unmarked(close));
  const planted = good.flatMap(({ text }) => [corrupt(text, known), corrupt(text, known)]);
  return [...good, ...planted.filter((sent) => sent !== null)].sort(() => random() - 0.5);
}

/** Every eighth request meets a server that fails in some way half through a good answer. */
function behaviourFor(text: string, at: number): ChatBehaviour {
  if (at % 8 !== 0) return { kind: "reply", text };
  const failures: readonly ChatBehaviour[] = [
    { kind: "status", status: 500, body: "oops" },
    { kind: "status", status: 429, body: '{"error":{"message":"slow down"}}' },
    { kind: "raw", body: "{garbage" },
    { kind: "cut", text },
    { kind: "unfinished", text },
    { kind: "reply", text, finish: "length" },
    { kind: "reply", text: "" },
  ];
  return at === 504 ? { kind: "hang", after: text } : (failures[(at / 8) % failures.length] as ChatBehaviour);
}

let server: FakeChatServer;
const trials = new Map<string, Trial>();
const tally = {
  generated: 0,
  good: 0,
  goodKept: 0,
  planted: 0,
  escaped: [] as string[],
  byKind: new Map<string, number>(),
};

beforeAll(async () => {
  server = await startFakeChatServer(({ messages }) => {
    const id = /trial-(\d+)/u.exec(messages.at(-1)?.content ?? "")?.[1] ?? "";
    return trials.get(id)?.behaviour ?? { kind: "status", status: 404, body: "" };
  });
});
afterAll(async () => {
  await server.close();
});

describe("a hostile model", () => {
  it(`gets no planted sentence out in ${ANSWERS} answers`, async () => {
    const model = await openChatModel({
      provider: "openai",
      model: "hostile",
      baseUrl: server.baseUrl,
      apiKey: "k",
      timeoutMs: TIMEOUT_MS,
      maxTokens: 1000,
    });
    let time = 0;
    // The clock of the budget runs fast: here every call is allowed.
    const deps = { model, callsPerMinute: 1, now: () => (time += 120_000), warn: () => undefined };
    const ats = Array.from({ length: ANSWERS }, (_, at) => at);
    for (const at of ats) planTrial(at);
    for (let at = 0; at < ANSWERS; at += 8) await Promise.all(ats.slice(at, at + 8).map((one) => runTrial(one, deps)));
    report();
    expect(tally.escaped).toEqual([]);
    expect(tally.planted).toBeGreaterThan(ANSWERS);
    expect(tally.goodKept / tally.good).toBeGreaterThan(0.1);
    expect([...tally.byKind.keys()].sort()).toEqual(Object.keys(corruptions).sort());
  }, 60_000);
});

const caseOf = (at: number) => fluentCases[at % fluentCases.length] as FluentCase;

function planTrial(at: number): void {
  const { close, extractive } = caseOf(at);
  const sent = compose(close, extractive.answer);
  const text = sent.map((one) => one.text).join("");
  trials.set(String(at), { sent, behaviour: behaviourFor(text, at) });
}

async function runTrial(at: number, deps: GenerationDeps): Promise<void> {
  const { extractive, question, id } = caseOf(at);
  const plain: Answerer = { answer: async () => extractive };
  const answer = await createGeneratingAnswerer(plain, deps).answer({ question: `${question} trial-${at}` });
  if (answer.mode === "generated") tally.generated++;
  else expect(answer).toEqual({ ...extractive, elapsedMs: answer.elapsedMs });
  judge(trials.get(String(at))?.sent ?? [], answer.mode === "generated" ? answer.answer : null, id);
}

function judge(sent: readonly Sent[], shown: string | null, id: string): void {
  for (const { text, planted } of sent) {
    const words = read(unmarked(text));
    const isShown = shown?.split("\n").some((line) => read(unmarked(line)).includes(words)) === true;
    if (planted === null) {
      tally.good++;
      if (isShown) tally.goodKept++;
    } else {
      tally.planted++;
      tally.byKind.set(planted, (tally.byKind.get(planted) ?? 0) + 1);
      if (isShown) tally.escaped.push(`${id} ${planted}: ${text}`);
    }
  }
  if (shown !== null) expect(shown).not.toMatch(/<|>|https?:|\]\(|`|evil/u);
}

function report(): void {
  const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
  const kinds = [...tally.byKind].map(([kind, count]) => `${kind} ${count}`).join(", ");
  const caught = tally.planted - tally.escaped.length;
  console.log(
    `hostile campaign, seed ${SEED}: ${ANSWERS} answers, ${tally.generated} generated; ` +
      `${caught} of ${tally.planted} planted sentences caught (${kinds}); ` +
      `${percent(tally.goodKept, tally.good)} of the good sentences among them shown as prose`,
  );
}
