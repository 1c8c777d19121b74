import { type ChildProcess, execFile, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

// The built program, as `npm test` has just built it.
const PROGRAM = "dist/main.js";
const folder = mkdtempSync(join(tmpdir(), "policy-chat-cli-"));
const indexDir = join(folder, "index");

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Finished {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(...argv: string[]): Promise<Finished> {
  return new Promise((resolve) => {
    execFile(process.execPath, [PROGRAM, ...argv], { maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      resolve({ status: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
}

/** Starts the server on a free port and waits until it listens. */
async function serve(...argv: string[]): Promise<{ server: ChildProcess; url: string }> {
  const server = spawn(process.execPath, [PROGRAM, "serve", ...argv], { env: { ...process.env, PORT: "0" } });
  const url = await new Promise<string>((resolve, reject) => {
    server.stdout.on("data", (chunk: Buffer) => {
      const found = /http:\/\/\S+/u.exec(chunk.toString());
      if (found) resolve(found[0]);
    });
    server.once("exit", () => reject(new Error("the server ended before it listened")));
  });
  return { server, url };
}

async function askServer(url: string, question: string): Promise<string> {
  const response = await fetch(`${url}/api/chat`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ question }),
  });
  return response.text();
}

describe("policy-chat", () => {
  it("builds the index when it is missing and prints the Answer object alone", async () => {
    const { status, stdout } = await run("ask", "第十二条", "--json", "--index", indexDir);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      status: "answered",
      mode: "extractive",
      citations: [{ eId: "art_12" }],
    });
  });

  it("prints an answer with citations in official form for people", async () => {
    const { stdout } = await run("ask", "第八条第二项", "--index", indexDir);
    expect(stdout).toContain("《朝阳区人民政府重大行政决策程序规定（试行）》（朝政发〔2022〕9号）第八条第（二）项");
  });

  it("searches, at most as many as asked for", async () => {
    const { stdout } = await run("search", "专家论证", "--k", "3", "--json", "--index", indexDir);
    expect(JSON.parse(stdout)).toHaveLength(3);
  });

  it("shows a provision with its span and the variants of the second source", async () => {
    const { stdout } = await run("show", "gazette-2022-3/4#sec_3__subsec_2__clause_1", "--index", indexDir);
    expect(stdout).toMatch(/gazette-2022-3\.txt 第 \d+–\d+ 字符/u);
    expect(stdout).toContain("“减灾”");
    expect(stdout).toContain("“避害”");
  });

  it("proves that no character of the sources is left out", async () => {
    const { status, stdout } = await run("index", "--check");
    expect(status).toBe(0);
    expect(stdout).toMatch(/gazette-2022-3\.txt：[\d,]+ 字全部归类/u);
    expect(stdout).toContain("art_11__point_2__indent_3");
  });

  it("writes what every candidate of a question with an answer promises, and which of them answer", async () => {
    const [set, out] = [join(folder, "small.train.jsonl"), join(folder, "promises.json")];
    const known = { type: "deadline", citations: [{ document: "朝政发〔2022〕9号", eId: "art_8__point_1" }] };
    const questions = [
      { id: "a1", question: "公开征求意见一般不少于多少天", answerable: true, mustContain: ["30日"], ...known },
      { id: "a2", question: "征求意见的电话是多少", answerable: false, type: "other", citations: [] },
    ];
    writeFileSync(set, questions.map((one) => JSON.stringify(one)).join("\n"));
    const { status } = await run("features", "--promises", "--dataset", set, "--out", out, "--index", indexDir);
    expect(status).toBe(0);
    const { names, questions: judged } = JSON.parse(readFileSync(out, "utf8"));
    expect(judged).toHaveLength(1);
    const [{ set: name, signs, right }] = judged;
    expect(name).toBe("small.train");
    expect(signs.length).toBeGreaterThan(50);
    expect(right).toHaveLength(signs.length);
    expect(right.filter(Boolean).length).toBeGreaterThan(0);
    for (const row of signs) expect(row).toHaveLength(names.length);
  });

  it("reads the good files of a corpus and names the bad one", async () => {
    const corpusDir = join(folder, "corpus");
    mkdirSync(corpusDir);
    writeFileSync(join(corpusDir, "rule.txt"), "某县办法\n\n第一条 会议记录应当在5日内归档。\n");
    writeFileSync(join(corpusDir, "empty.txt"), "");
    const other = join(folder, "other-index");
    const { status, stdout, stderr } = await run("index", "--corpus", corpusDir, "--index", other);
    expect(status).toBe(0);
    expect(stderr).toContain("empty.txt");
    expect(stdout).toContain("1 份文件");
    const answer = await run("ask", "会议记录几天内归档", "--json", "--corpus", corpusDir, "--index", other);
    expect(JSON.parse(answer.stdout).answer).toContain("5日内归档");
  });

  it.each([
    [["asc", "问题"], "asc"],
    [["ask", "问题", "--jsno"], "--jsno"],
    [["ask"], "请写出要问的问题"],
    [["ask", "问题", "--corpus", "missing-folder"], "missing-folder"],
    [["search", "问题", "--k", "0"], "--k"],
    [["show", "gazette-2022-3/9#art_1", "--index", indexDir], "gazette-2022-3/9#art_1"],
    [["eval", "--dataset", "missing.jsonl"], "missing.jsonl"],
  ])("exits with 2 for the caller's mistake: %j", async (argv, named) => {
    const { status, stdout, stderr } = await run(...argv);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(named);
    expect(stderr).not.toMatch(/\n\s+at /u);
  });

  it("says so and keeps the old index where its files can grow no further", async () => {
    const full = join(folder, "full-index");
    expect((await run("index", "--index", full)).status).toBe(0);
    const before = readdirSync(full);
    // A limit on the size of a file, which any user may set, ends a write half way as a full disk does.
    const argv = ["-c", 'ulimit -f 64; exec "$0" "$@"', process.execPath, PROGRAM, "index", "--index", full];
    const limited = spawnSync("sh", argv, { encoding: "utf8" });
    expect([limited.status, limited.stderr.includes("cannot write")]).toEqual([1, true]);
    expect(readdirSync(full)).toEqual(before);
    expect((await run("ask", "第十二条", "--index", full)).status).toBe(0);
  });

  it("builds the server's index in a process of its own, and serves one that is built elsewhere later", async () => {
    const corpusDir = join(folder, "live-corpus");
    const folders = ["--corpus", corpusDir, "--index", join(folder, "live-index")];
    const writeRule = (days: number): void =>
      writeFileSync(join(corpusDir, "rule.txt"), `某县办法\n\n第一条 会议记录应当在${days}日内归档。\n`);
    mkdirSync(corpusDir);
    writeRule(5);
    const { server, url } = await serve(...folders);
    expect(await askServer(url, "会议记录几天内归档")).toContain("5日内归档");
    writeRule(6);
    expect((await run("index", ...folders)).status).toBe(0);
    await expect.poll(() => askServer(url, "会议记录几天内归档"), { timeout: 20_000 }).toContain("6日内归档");
    server.kill("SIGKILL");
  });

  it("serves until it is told to stop, and then ends by itself", async () => {
    const { server, url } = await serve("--index", indexDir);
    const exited = new Promise<number | null>((resolve) => server.once("exit", resolve));
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(await askServer(url, "第八条第二项")).toContain('"status":"answered"');
    expect(await (await fetch(`${url}/policy-chat.js`)).text()).toContain("policy-chat");
    server.kill("SIGTERM");
    expect(await exited).toBe(0);
  });

  it("names the variable when the environment is wrong", async () => {
    const server = spawn(process.execPath, [PROGRAM, "serve"], { env: { ...process.env, PORT: "eighty" } });
    let stderr = "";
    server.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    expect(await new Promise((resolve) => server.once("exit", resolve))).toBe(2);
    expect(stderr).toContain("PORT");
  });
});
