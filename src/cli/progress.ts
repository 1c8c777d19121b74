import cliProgress from "cli-progress";
import type { CorpusProblem } from "../corpus/problem.js";
import type { IndexDamagedError } from "../indexing/index-errors.js";
import type { BuildListener } from "./build-app.js";

const STAGES: Readonly<Record<string, string>> = {
  reading: "读取文件",
  words: "分词与倒排",
  vectors: "计算向量",
  graph: "构建近邻图",
};

/** Everything goes to stderr: stdout carries results only. A bar on a terminal, one line a stage elsewhere. */
export function createBuildListener(stream: NodeJS.WriteStream): BuildListener & { finish(): void } {
  const bar = stream.isTTY
    ? new cliProgress.SingleBar(
        {
          stream,
          format: "{stage} {bar} {percentage}%  {value}/{total}  剩余 {eta_formatted}",
          hideCursor: true,
          clearOnComplete: true,
        },
        cliProgress.Presets.shades_classic,
      )
    : null;
  let current = "";
  const show = (stage: string, done: number, total: number) => {
    const name = STAGES[stage] ?? stage;
    if (stage !== current) {
      current = stage;
      bar?.stop();
      bar?.start(total, 0, { stage: name.padEnd(6, "　") });
      if (!bar) stream.write(`${name}：${total}\n`);
    }
    bar?.update(done);
  };
  return {
    onReading: (done, total) => show("reading", done, total),
    onProgress: ({ stage, done, total }) => show(stage, done, total),
    onProblem: (problem) => stream.write(`${renderProblem(problem)}\n`),
    finish: () => bar?.stop(),
  };
}

export function renderProblem({ file, line, message }: CorpusProblem): string {
  return `警告：${file}${line === null ? "" : ` 第 ${line} 行`}：${message}`;
}

/** What a person reads when an older generation is served in place of a damaged one. */
export function renderFallback({ message }: IndexDamagedError): string {
  return `警告：最新的索引已损坏，现用上一代索引作答；请运行 policy-chat index 重建。（${message}）`;
}
