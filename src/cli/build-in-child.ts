import { fork } from "node:child_process";
import { PolicyChatError } from "../errors.js";
import type { BuildListener, Folders } from "./build-app.js";
import { type BuildMessage, hearFrom } from "./build-messages.js";

/** The process that was to build the index ended before it was done; its own words are on stderr. */
export class IndexBuildFailedError extends PolicyChatError {
  constructor(how: string) {
    super("index_build_failed", `建立索引的子进程没有完成（${how}）；原有索引未受影响，原因见上。`);
  }
}

/**
 * Builds the index in a process of its own, so that native code that crashes there takes nothing else down; its
 * progress is passed on. `program` is the file that the process runs. Throws IndexBuildFailedError.
 */
export function buildInChild(program: string, folders: Folders, listener: BuildListener): Promise<void> {
  const argv = ["index", "--corpus", folders.corpusDir, "--index", folders.indexDir];
  const child = fork(program, argv, { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const stop = (): void => void child.kill();
  process.once("exit", stop);
  child.on("message", (message) => hearFrom(message as BuildMessage, listener));
  return new Promise((resolve, reject) => {
    child.once("error", (error) => reject(new IndexBuildFailedError(error.message)));
    child.once("exit", (code, signal) => {
      process.removeListener("exit", stop);
      if (code === 0) resolve();
      else reject(new IndexBuildFailedError(signal ? `信号 ${signal}` : `退出码 ${code}`));
    });
  });
}
