import { readFileSync } from "node:fs";
import { appendFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineCommand } from "citty";
import { createSlackChannel } from "../channels/slack.js";
import { loadConfig } from "../config.js";
import { UsageError } from "../errors.js";
import type { IndexDamagedError } from "../indexing/index-errors.js";
import { createApp } from "../server/app.js";
import type { Log } from "../server/deps.js";
import { type RunningServer, startServer } from "../server/start-server.js";
import type { FeedbackRecord } from "../server/wire.js";
import type { Folders } from "./build-app.js";
import { buildInChild } from "./build-in-child.js";
import { folderArgs } from "./folder-args.js";
import { indexPlace } from "./index-place.js";
import { LiveApp } from "./live-app.js";
import { openApp, reopenApp } from "./open-app.js";
import { createBuildListener, renderFallback } from "./progress.js";

const BODY_LIMIT_BYTES = 64 * 1024;
const ANSWER_TIMEOUT_MS = 30_000;
const HEARTBEAT_MS = 15_000;
/** How often the server looks for a newer generation of its index. */
const REFRESH_MS = 1_000;
/** Sample questions of an empty conversation. */
const SAMPLES = 4;

/** `serve`: builds the index if it is missing or stale, then serves pages, API and webhooks until it is stopped. */
export const serveCommand = defineCommand({
  meta: { name: "serve", description: "启动网页、接口与机器人回调" },
  args: { ...folderArgs },
  async run({ args }) {
    const config = loadConfig(process.env);
    const opened = await openLive({ corpusDir: args.corpus, indexDir: args.index });
    const { answerer, library } = opened;
    const app = createApp({
      answerer,
      library,
      search: (question, k) => opened.search(question, k),
      feedback: (record) => keepFeedback(config.feedbackFile, record),
      suggestions: () => opened.sampleQuestions(SAMPLES),
      widgetScript: readWidget(),
      channels: [
        createSlackChannel({
          answerer,
          signingSecret: config.slackSigningSecret,
          publicUrl: config.publicUrl,
          fetch,
          now: Date.now,
          log,
        }),
      ],
      settings: {
        siteName: config.siteName,
        allowedOrigins: config.allowedOrigins,
        bodyLimitBytes: BODY_LIMIT_BYTES,
        answerTimeoutMs: ANSWER_TIMEOUT_MS,
        heartbeatMs: HEARTBEAT_MS,
      },
      log,
      now: Date.now,
      isReady: () => opened.current.index.size > 0,
    });
    const server = await listen(app, config.port, config.host);
    console.log(`政策问答已启动：${server.url}`);
    stopOnSignal(server, opened);
    await opened.current.warmUp().catch(reportCold);
  },
});

/** Opens the index, built by a process of its own if need be, and takes later generations live as they appear. */
async function openLive(folders: Folders): Promise<LiveApp> {
  const { newest } = await indexPlace(folders.indexDir, loadConfig().indexUrl);
  const onFallback = (error: IndexDamagedError): void =>
    log("warn", "index_fallback", { message: renderFallback(error) });
  const onThreadLost = (error: unknown): void =>
    log("warn", "thread_lost", { message: `检索的第二个线程已退出，检索会慢一些，结果不受影响：${String(error)}` });
  let generation = await newest();
  const build = async (): Promise<void> => {
    const listener = createBuildListener(process.stderr);
    await buildInChild(process.argv[1] as string, folders, listener).finally(listener.finish);
    generation = await newest();
  };
  const app = await openApp(folders, { build, onFallback, onThreadLost, isCold: true });
  const live = new LiveApp(app, generation, {
    newest,
    openNewest: () => reopenApp(folders, app.models, { onFallback, onThreadLost }),
    onTaken: (number) => log("info", "index_taken", { generation: number, message: "新索引已启用。" }),
    onRefused: (number, error) =>
      log("error", "index_refused", {
        generation: number,
        message: `新索引无法启用，继续使用现有索引：${String(error)}`,
      }),
  });
  setInterval(() => void live.refresh(), REFRESH_MS).unref();
  return live;
}

/** Every row goes on being compared, which is slow and right. */
function reportCold(error: unknown): void {
  log("error", "index_cold", { message: `向量索引无法载入，检索会慢一些，结果不受影响：${String(error)}` });
}

async function listen(app: ReturnType<typeof createApp>, port: number, host: string): Promise<RunningServer> {
  try {
    return await startServer({ app, port, host, log });
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === "EADDRINUSE") throw new UsageError(`端口 ${port} 已被占用；请用环境变量 PORT 换一个端口。`, { cause });
    if (code === "EACCES" || code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
      throw new UsageError(`无法在 ${host}:${port} 上监听（${code}）；请检查环境变量 HOST 和 PORT。`, { cause });
    }
    throw cause;
  }
}

/** Requests in progress are finished first; a second signal ends the process at once. */
function stopOnSignal(server: RunningServer, opened: Pick<LiveApp, "close">): void {
  const stop = () => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.removeListener(signal, stop);
    void server.close().then(() => opened.close());
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
}

function readWidget(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return readFileSync(join(here, "policy-chat.js"), "utf8");
}

async function keepFeedback(file: string, record: FeedbackRecord): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await appendFile(file, `${JSON.stringify(record)}\n`);
}

/** One line of JSON an event, on stderr. */
const log: Log = (level, event, fields = {}) => {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), level, event, ...fields })}\n`);
};
