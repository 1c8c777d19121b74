import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { Folders } from "../build-app.js";
import { atMost, type Measure } from "./measure.js";
import { program } from "./processes.js";

const ASKED = 500;

/** What a server of its own process holds in memory after it has answered questions; nothing where the system does not say. */
export async function measureServerMemory(folders: Folders, questions: readonly string[]): Promise<Measure[]> {
  const argv = [program(), "serve", "--corpus", folders.corpusDir, "--index", folders.indexDir];
  const server = spawn(process.execPath, argv, {
    env: { PORT: "0", FEEDBACK_FILE: "/dev/null" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  try {
    const url = await addressOf(server);
    for (const question of questions.slice(0, ASKED)) {
      await (await fetch(`${url}/api/search?k=10&q=${encodeURIComponent(question)}`)).arrayBuffer();
    }
    const bytes = residentMemory(server.pid ?? 0);
    return bytes === 0 ? [] : [atMost("服务时的常驻内存", bytes / 1e9, "GB", 1.2)];
  } finally {
    server.kill("SIGKILL");
  }
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  let said = "";
  while (!/http:\/\/\S+/u.test(said)) {
    const [chunk] = (await once(stdout as NonNullable<typeof stdout>, "data")) as [Buffer];
    said += chunk.toString();
  }
  return /http:\/\/\S+/u.exec(said)?.[0] ?? "";
}

/** Linux tells; elsewhere 0. */
function residentMemory(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
