import { existsSync } from "node:fs";
import axe, { type AxeResults } from "axe-core";
import { build } from "esbuild";
import { type Browser, chromium, type Page } from "playwright-core";
import type { Answer } from "../answering/answer.js";
import { createApp } from "./app.js";
import { createFakeDeps, FakeAnswerer } from "./fake-library.js";
import { startServer } from "./start-server.js";
import type { FeedbackRecord } from "./wire.js";

/** Tests only: a real Chromium against a real server with the widget as it is shipped. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Where Chromium is, or null with a word on stderr so that a developer without one can go on. In CI it must be there:
 * a run that tests nothing must not pass.
 */
export function findChromium(environment: NodeJS.ProcessEnv): string | null {
  const path = environment.CHROMIUM_PATH ?? "/usr/bin/chromium";
  if (existsSync(path)) return path;
  const message = `no Chromium at ${path}: install it (apt-get install chromium) or set CHROMIUM_PATH`;
  if (environment.CI !== undefined) throw new Error(message);
  process.stderr.write(`browser tests skipped: ${message}\n`);
  return null;
}

export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: FLAGS });
}

/** The widget, bundled from source as the build bundles it. */
async function bundleWidget(): Promise<string> {
  const result = await build({
    entryPoints: ["src/widget/policy-chat-define.ts"],
    bundle: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    write: false,
  });
  return result.outputFiles[0]?.text ?? "";
}

/** A running site whose answers a test can change and whose feedback it can read. */
export interface Site {
  readonly url: string;
  readonly answerer: FakeAnswerer;
  readonly feedback: FeedbackRecord[];
  close(): Promise<void>;
}

export async function startSite(allowedOrigins: readonly string[] = []): Promise<Site> {
  const answerer = new FakeAnswerer();
  const feedback: FeedbackRecord[] = [];
  const deps = createFakeDeps({
    answerer,
    feedback: async (record) => void feedback.push(record),
    widgetScript: await bundleWidget(),
  });
  const app = createApp({ ...deps, settings: { ...deps.settings, allowedOrigins } });
  const server = await startServer({ app, port: 0, host: "127.0.0.1", log: () => undefined });
  return { url: server.url, answerer, feedback, close: () => server.close() };
}

/** A page that fails the test when its console reports an error, a refused script or style included. */
export async function openPage(
  browser: Browser,
  width = 1_280,
  height = 860,
): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({ viewport: { width, height }, locale: "zh-CN" });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.message));
  return { page, errors };
}

/** Faults of accessibility that axe calls serious or critical, as `rule: places`. */
export async function findAccessibilityFaults(page: Page): Promise<string[]> {
  // Evaluated, not added as a script: the page's policy refuses scripts from elsewhere.
  await page.evaluate(axe.source);
  const results = (await page.evaluate("axe.run(document)")) as AxeResults;
  return results.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

/** An answer that stays away until it is let go. */
export function createPendingReply(): { reply: () => Promise<Answer>; release: (answer: Answer) => void } {
  let release: (answer: Answer) => void = () => undefined;
  const pending = new Promise<Answer>((resolve) => {
    release = resolve;
  });
  return { reply: () => pending, release: (answer) => release(answer) };
}
