import { type CommandDef, defineCommand, runCommand, showUsage } from "citty";
import { PolicyChatError, UsageError } from "../errors.js";

const commands: Readonly<Record<string, () => Promise<CommandDef>>> = {
  serve: () => import("./serve.js").then((module) => module.serveCommand as unknown as CommandDef),
  index: () => import("./index-command.js").then((module) => module.indexCommand as unknown as CommandDef),
  ask: () => import("./ask.js").then((module) => module.askCommand as unknown as CommandDef),
  search: () => import("./search.js").then((module) => module.searchCommand as unknown as CommandDef),
  show: () => import("./show.js").then((module) => module.showCommand as unknown as CommandDef),
  eval: () => import("./eval.js").then((module) => module.evalCommand as unknown as CommandDef),
  features: () => import("./features.js").then((module) => module.featuresCommand as unknown as CommandDef),
  bench: () => import("./bench.js").then((module) => module.benchCommand as unknown as CommandDef),
};

const mainCommand = defineCommand({
  meta: { name: "policy-chat", description: "用文件原文回答办事程序问题，答不了就说明原因" },
  subCommands: commands,
});

async function main([name = "--help", ...rest]: readonly string[]): Promise<void> {
  if (name === "--help" || name === "-h") return showUsage(mainCommand);
  const load = commands[name];
  if (!load) throw new UsageError(`没有“${name}”这个子命令；可用的有：${Object.keys(commands).join("、")}。`);
  const command = await load();
  if (rest.includes("--help") || rest.includes("-h")) return showUsage(command, mainCommand);
  await refuseUnknownOptions(command, rest);
  await runCommand(command, { rawArgs: [...rest] });
}

/** citty passes over what it does not know; a mistyped option must not be taken for granted. */
async function refuseUnknownOptions(command: CommandDef, rest: readonly string[]): Promise<void> {
  const known = Object.keys((typeof command.args === "function" ? await command.args() : await command.args) ?? {});
  for (const argument of rest) {
    if (argument === "--") return;
    const name = /^--([^=]+)/u.exec(argument)?.[1];
    if (name !== undefined && !known.includes(name)) {
      throw new UsageError(`没有 --${name} 这个选项；可用的有：${known.map((option) => `--${option}`).join("、")}。`);
    }
  }
}

/** 2 for the caller's mistake, 1 for a defect or a failed run. Only a defect shows where in the code it comes from. */
function report(error: unknown): number {
  if (error instanceof PolicyChatError) {
    process.stderr.write(`${error.message}\n`);
    return ["usage", "config_invalid", "dataset_invalid", "not_found", "corpus_unreadable"].includes(error.code)
      ? 2
      : 1;
  }
  if (error instanceof Error && error.name === "CLIError") {
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  process.stderr.write(`内部错误：${error instanceof Error ? error.stack : String(error)}\n`);
  return 1;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = report(error);
}
