import { describe, expect, it } from "vitest";
import { parseDataset } from "./dataset.js";
import { evaluate } from "./evaluate.js";
import { createFakeLibrary, fakeAnswer } from "./fake-library.js";
import { html } from "./markup.js";
import { listMisses } from "./misses.js";
import { compareWithPublished, toPublication } from "./published.js";
import { formatReport } from "./report.js";
import { formatMetrics, formatMisses } from "./terminal.js";

const library = createFakeLibrary({ d: { art_1: "甲", art_2: "乙" } });
const dataset = parseDataset(
  [
    '{"id":"ok","question":"甲？","type":"who","answerable":true,"citations":[{"document":"d","eId":"art_1"}]}',
    '{"id":"bad","question":"<script>alert(1)</script>\\"&\'","type":"<b>","answerable":true,"citations":[{"document":"d","eId":"art_2"}],"mustContain":["<img>"]}',
  ].join("\n"),
  "fake.jsonl",
);
const answerer = { answer: async () => fakeAnswer(library, "甲 <i>x</i>[1]", ["d#art_1"], 0.8) };

async function evaluated() {
  const result = await evaluate({ dataset, answerer, library, depth: 1, now: () => 0 });
  const before = { ...toPublication(result, "2024-01-01"), misses: [], figures: { right: 1, citationExact: 0.25 } };
  return {
    result,
    misses: listMisses(dataset, result, library),
    comparison: compareWithPublished(result, before, "x"),
  };
}

describe("html", () => {
  it("escapes what is put in, and nothing twice", () => {
    const inner = html`<b>${"<&\"'>"}</b>`;
    expect(html`<p title="${'"'}">${[inner, inner]}${3}</p>`.toString()).toBe(
      '<p title="&quot;"><b>&lt;&amp;&quot;&#39;&gt;</b>\n<b>&lt;&amp;&quot;&#39;&gt;</b>3</p>',
    );
  });
});

describe("formatReport", () => {
  it("shows every miss with question, answer, gold and reason, all escaped", async () => {
    const page = formatReport({ datasetName: "fake", date: "2024-02-02", ...(await evaluated()) });
    expect(page).toContain("bad　&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;&#39;");
    expect(page).toContain("甲 &lt;i&gt;x&lt;/i&gt;[1]");
    expect(page).toContain("<dd>d 第二条</dd>");
    expect(page).toContain("首条依据为《d》第一条，应为d 第二条；答案缺少：&lt;img&gt;");
    expect(page).not.toMatch(/<script|<img|<i>|<b>/);
    expect(page).not.toContain("ok　");
  });

  it("is one page without script or request, with its difference and its plot", async () => {
    const page = formatReport({ datasetName: "fake", date: "2024-02-02", ...(await evaluated()) });
    expect(page).not.toMatch(/\b(src|href)=|url\(|@import/);
    expect(page).toMatch(/<html lang="zh-CN">/);
    expect(page).toContain('<td>50.0%</td><td>100.0%</td><td class="worse">变差</td>');
    expect(page).toContain('<td>50.0%</td><td>25.0%</td><td class="better">改进</td>');
    expect(page).toContain("新增未通过 1 题：bad");
    // One bin holds both answers: confidence .8, half of them right.
    expect(page).toContain("校准误差 ECE（10 档）：0.3000");
    expect(page.match(/class="bar"/g)).toHaveLength(1);
    expect(page).toContain("0.8–0.9</th><td>2</td><td>0.800</td><td>0.500</td>");
  });

  it("leaves the difference out where nothing was published", async () => {
    const { result } = await evaluated();
    const page = formatReport({ datasetName: "fake", date: "2024-02-02", result, misses: [], comparison: null });
    expect(page).not.toContain("相比");
    expect(page).toContain("<p>没有。</p>");
  });
});

describe("terminal", () => {
  it("marks what fell since publication", async () => {
    const { result, comparison, misses } = await evaluated();
    const table = formatMetrics(result.metrics, comparison);
    expect(table).toMatch(/全部检查通过 +50\.0% +100\.0% +变差/);
    expect(table).toMatch(/首条依据准确（条款项） +50\.0% +25\.0% +改进/);
    expect(formatMisses(misses)).toMatch(/^bad \[<b>\] .*\n {4}首条依据为/);
  });
});
