import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type App, openApp } from "./open-app.js";

const folder = mkdtempSync(join(tmpdir(), "policy-chat-coming-"));
const corpusDir = join(folder, "corpus");
let app: App;

const law = (title: string, adopted: string, lines: readonly string[]) =>
  [`# ${title}`, "", `${adopted} 第一次会议通过`, "", "<!-- INFO END -->", "", ...lines].join("\n\n");

const FILES = {
  "停车管理条例(2020-05-01)": law("停车管理条例", "2020年5月1日", [
    "第一条 道路停车泊位由街道办事处设置。",
    "第二条 停车费应当在三十日内缴纳。",
    "第三条 本条例自2020年7月1日起施行。",
  ]),
  "停车管理条例(2026-05-01)": law("停车管理条例", "2026年5月1日", [
    "第一条 道路停车泊位由区交通部门设置。",
    "第二条 停车费应当在十日内缴纳。",
    "第三条 本条例自2099年7月1日起施行。",
  ]),
  "无人机管理条例(2026-05-01)": law("无人机管理条例", "2026年5月1日", [
    "第一条 无人机飞行应当在起飞前一小时报告。",
    "第二条 本条例自2099年7月1日起施行。",
  ]),
};

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-23T04:00:00Z") });
  mkdirSync(corpusDir);
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(corpusDir, `${name}.md`), text);
  app = await openApp({ corpusDir, indexDir: join(folder, "index") });
});
afterAll(async () => {
  vi.useRealTimers();
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(question: string) {
  const { answer, citations } = await app.answerer.answer({ question });
  return { answer, cited: citations.map(({ provisionId }) => provisionId), status: citations[0]?.status };
}

describe("a version that is adopted and does not hold yet", () => {
  it.each([
    ["停车费几日内缴纳", "三十日"],
    ["停车管理条例第二条", "三十日"],
    ["《停车管理条例》第二条", "三十日"],
  ])("does not answer %s", async (question, words) => {
    const { answer, cited, status } = await ask(question);
    expect(answer).toContain(words);
    expect(answer).not.toContain("尚未施行");
    expect([cited, status]).toEqual([["停车管理条例(2020-05-01)#art_2"], "in_force"]);
  });

  it.each([
    "新修订的《停车管理条例》第二条",
    "《停车管理条例》2099年那版第二条",
  ])("answers %s and says from when it will hold", async (question) => {
    const { answer, cited, status } = await ask(question);
    expect([cited, status]).toEqual([["停车管理条例(2026-05-01)#art_2"], "unknown"]);
    expect(answer).toContain("《停车管理条例》的这一版本自2099年7月1日起施行，目前尚未施行，现行有效的是此前的版本。");
  });

  it("is named where the question asks since when the text is in force", async () => {
    const { answer, cited } = await ask("《停车管理条例》什么时候施行");
    expect(cited).toEqual(["停车管理条例(2020-05-01)#art_3"]);
    expect(answer).toContain("《停车管理条例》已作修订，修订后的文本自2099年7月1日起施行。");
  });

  it("answers where there is no earlier one, and says that it does not hold yet", async () => {
    const { answer, cited } = await ask("无人机起飞前多久报告");
    expect(cited).toEqual(["无人机管理条例(2026-05-01)#art_1"]);
    expect(answer).toContain("《无人机管理条例》自2099年7月1日起施行，目前尚未施行。");
  });

  it("holds from midnight in Beijing of its day, in the index that was open before", async () => {
    vi.setSystemTime(new Date("2099-06-30T15:59:59Z"));
    expect((await ask("停车费几日内缴纳")).cited).toEqual(["停车管理条例(2020-05-01)#art_2"]);
    vi.setSystemTime(new Date("2099-06-30T16:00:00Z"));
    const { answer, cited, status } = await ask("停车费几日内缴纳");
    expect([cited, status]).toEqual([["停车管理条例(2026-05-01)#art_2"], "in_force"]);
    expect(answer).not.toContain("尚未施行");
    expect(app.library.document("停车管理条例(2020-05-01)")?.status).toBe("superseded");
  });
});
