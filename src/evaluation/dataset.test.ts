import { describe, expect, it } from "vitest";
import { DatasetInvalidError, loadDataset, parseDataset } from "./dataset.js";

const minimal = '{"id":"q1","question":"要几天？","answerable":true}';

describe("parseDataset", () => {
  it("fills what a line leaves out", () => {
    expect(parseDataset(`\uFEFF${minimal}\r\n\n`, "evals/a.dev.jsonl")).toEqual({
      name: "a.dev",
      questions: [
        {
          id: "q1",
          question: "要几天？",
          history: [],
          type: "other",
          answerable: true,
          citations: [],
          match: "any",
          mustContain: [],
          mustNotContain: [],
          reason: [],
        },
      ],
    });
  });

  it("reads one refusal reason or several", () => {
    const lines = ['"no_basis"', '["off_topic","unsafe"]'].map(
      (reason, index) => `{"id":"q${index}","question":"？","answerable":false,"reason":${reason}}`,
    );
    expect(parseDataset(lines.join("\n"), "a.jsonl").questions.map((question) => question.reason)).toEqual([
      ["no_basis"],
      ["off_topic", "unsafe"],
    ]);
  });

  it.each([
    ["a broken line", `${minimal}\n{"id":`, /^a\.jsonl:2: 不是 JSON/],
    ["a missing field", '{"id":"q1","question":"？"}', /^a\.jsonl:1: 字段 answerable：/],
    [
      "a wrong nested field",
      '{"id":"q1","question":"？","answerable":true,"citations":[{"document":"d"}]}',
      /字段 citations\.0\.eId：/,
    ],
    ["an unknown reason", '{"id":"q1","question":"？","answerable":false,"reason":"why"}', /字段 reason/],
    ["white space in an id", '{"id":"q 1","question":"？","answerable":true}', /字段 id：不得为空/],
    ["an id used twice", `${minimal}\n\n${minimal}`, /^a\.jsonl:3: 字段 id："q1" 已用于第 1 行/],
    ["a bare value", "3", /（整行）/],
    ["an empty file", "\n", /^a\.jsonl: 没有问题/],
  ])("names file, line and field of %s", (_, source, message) => {
    expect(() => parseDataset(source, "a.jsonl")).toThrow(DatasetInvalidError);
    expect(() => parseDataset(source, "a.jsonl")).toThrow(message);
  });
});

describe("loadDataset", () => {
  it("says that a file is missing", async () => {
    await expect(loadDataset("no/such.jsonl")).rejects.toMatchObject({ code: "dataset_invalid" });
  });
});
