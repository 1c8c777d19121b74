import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { percentile } from "../../evaluation/metrics.js";

/** How long a whole process took, program start included, and the most memory that it held. */
export interface ProcessCost {
  readonly elapsedMs: number;
  /** Bytes; 0 where the system does not say. */
  readonly peakBytes: number;
}

const WATCH_MS = 50;

/** Runs a command of this program in a process of its own. Rejects when it fails. */
export function runCommand(argv: readonly string[]): Promise<ProcessCost> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    let peakBytes = 0;
    const child = execFile(process.execPath, [program(), ...argv], { maxBuffer: 1 << 28 }, (error) => {
      clearInterval(watch);
      if (error) reject(error);
      else resolve({ elapsedMs: performance.now() - started, peakBytes });
    });
    const watch = setInterval(() => {
      peakBytes = Math.max(peakBytes, peakMemory(child.pid ?? 0));
    }, WATCH_MS);
  });
}

/** The file that this process runs. */
export function program(): string {
  return process.argv[1] as string;
}

/** Linux tells; elsewhere 0. */
function peakMemory(pid: number): number {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Bytes of all files under a folder. */
export async function sizeOf(directory: string): Promise<number> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

export const median = (values: readonly number[]): number => percentile(values, 50) ?? 0;
