import { describe, expect, it } from "vitest";
import { createApp } from "./app.js";
import { createFakeDeps, fakeLibrary, RULES_ID } from "./fake-library.js";

const app = createApp(createFakeDeps());

async function page(path: string): Promise<string> {
  return (await app.request(path)).text();
}

describe("GET /documents/{documentId}", () => {
  it("prints every place once under its eId", async () => {
    const body = await page("/documents/gazette/1");
    for (const { eId } of fakeLibrary.provisionsOf(RULES_ID)) expect(body.split(` id="${eId}"`)).toHaveLength(2);
  });

  it("escapes what the text says", async () => {
    const body = await page("/documents/gazette/1");
    expect(body).toContain("&lt;审查&gt;不得以");
    expect(body).not.toContain("<审查>");
  });

  it("puts the notice first and the text it issues under its own title", async () => {
    const body = await page("/documents/gazette/1");
    const places = [
      "关于印发《重大行政决策程序规定（试行）》的通知</h1>",
      'id="preface"',
      'id="conclusions"',
      "issued-title",
      'id="art_1"',
    ];
    const positions = places.map((place) => body.indexOf(place));
    expect(positions.every((position) => position > 0)).toBe(true);
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
  });

  it("marks the quoted words", async () => {
    const body = await page("/documents/gazette/1?place=art_11__point_2&from=12&to=23");
    expect(body).toContain('<mark class="quoted">一般不少于7个工作日。</mark>');
  });

  it.each([
    "place=art_11__point_2&from=5&to=2",
    "place=art_99&from=0&to=5",
    "place=art_11__point_2&from=x&to=9",
    "from=0&to=5",
  ])("marks nothing for %s", async (query) => {
    expect(await page(`/documents/gazette/1?${query}`)).not.toContain("<mark");
  });

  it("notes what another source prints", async () => {
    expect(await page("/documents/gazette/1")).toMatch(/防灾减灾<\/span><small[^>]*>〔另一来源作“防灾避害”〕/);
  });

  it("strikes wording that was amended away and names the wording in force", async () => {
    const body = await page("/documents/gazette/2");
    expect(body).toMatch(/已废止的表述<\/span><del[^>]*>正常开展业务活动1年以上<\/del>/);
    expect(body).toMatch(/现行表述<\/span><ins[^>]*>正常开展业务活动2年以上<\/ins>/);
    expect(body).toContain(
      "修订《关于促进人力资源市场发展的意见》（朝政发〔2021〕2号）第三条第一项，自2022年8月13日起施行。",
    );
  });

  it("sets a table with its columns", async () => {
    const body = await page("/documents/gazette/2");
    expect(body).toContain('<th scope="col">决策名称</th>');
    expect(body).toContain('<td data-column="决策名称">知识产权发展规划</td>');
  });

  it("says on a plain page that it does not know a document", async () => {
    const response = await app.request("/documents/%3Cscript%3E");
    expect(response.status).toBe(404);
    expect(response.headers.get("Content-Type")).toContain("text/html");
    expect(await response.text()).not.toContain("<script>");
  });
});

describe("pages", () => {
  it("need no inline script or style, so that the policy can forbid both", async () => {
    for (const path of ["/", "/documents/gazette/1", "/documents/none"]) {
      const body = await page(path);
      expect(body).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
    }
  });

  it("lists the documents that the chat answers from", async () => {
    const body = await page("/");
    expect(body).toContain('<a href="/documents/gazette/1">重大行政决策程序规定（试行）</a>');
    expect(body).toContain("<policy-chat");
  });
});
