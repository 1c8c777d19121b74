import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env, pipeline } from "@xenova/transformers";
import { describe, expect, it } from "vitest";
import { EmbedInputTooLongError } from "./embedder.js";
import { ModelDamagedError, ModelMissingError } from "./model-files.js";
import { openTransformersEmbedder } from "./transformers-js.js";

const modelDir = "models/zh-policy-static-4";
const toWords = (text: string): string[] => text.split(" ").filter(Boolean);
const embedder = await openTransformersEmbedder({ modelDir, toWords });

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, d) => sum + value * (b[d] ?? 0), 0);
}

async function embedOne(text: string): Promise<Float32Array> {
  const [vector] = await embedder.embed([text]);
  if (!vector) throw new Error("no vector");
  return vector;
}

describe("openTransformersEmbedder", () => {
  it("agrees with the library's own feature extraction", async () => {
    await embedder.embed(["期限"]);
    expect(env.allowRemoteModels).toBe(false);
    const extract = await pipeline("feature-extraction", "zh-policy-static-4", { dtype: "q8" });
    const text = "合法性 审查 一般 不少 于 7 个 工作日";
    const expected = await extract(text, { pooling: "mean", normalize: true });
    expect(dot(await embedOne(text), expected.data as Float32Array)).toBeCloseTo(1, 5);
  });

  it("gives every text of a mixed batch the vector it has alone", async () => {
    const texts = ["决策", "公开 征求 意见 期限 一般 不少 于 30 日", "", "听证会"];
    const together = await embedder.embed(texts);
    for (const [index, text] of texts.entries()) expect(together[index]).toEqual(await embedOne(text));
  });

  it("gives the zero vector where no piece is known", async () => {
    expect(await embedOne("𠀀𠀁")).toEqual(new Float32Array(embedder.dimensions));
    expect(await embedOne("𠀀 决策")).toEqual(await embedOne("决策"));
  });

  it("reads a text that is longer than the model's window to its end", async () => {
    const head = Array.from({ length: 700 }, () => "审查").join(" ");
    const tail = Array.from({ length: 700 }, () => "渔业").join(" ");
    const vector = await embedOne(`${head} ${tail}`);
    expect(dot(vector, await embedOne("审查 渔业"))).toBeCloseTo(1, 5);
  });

  it("refuses a text that no vector can stand for", async () => {
    await expect(embedder.embed(["审查 ".repeat(20_000)])).rejects.toThrow(EmbedInputTooLongError);
  });
});

describe("the files of a model", () => {
  const copy = (): string => {
    const folder = join(mkdtempSync(join(tmpdir(), "model-")), "zh-policy-static-4");
    cpSync(modelDir, folder, { recursive: true });
    return folder;
  };

  it("are refused when a byte differs", async () => {
    const folder = copy();
    appendFileSync(join(folder, "tokenizer.json"), " ");
    await expect(openTransformersEmbedder({ modelDir: folder, toWords })).rejects.toThrow(ModelDamagedError);
  });

  it("are refused when their digests are not readable", async () => {
    const folder = copy();
    writeFileSync(join(folder, "SHA256SUMS"), "");
    await expect(openTransformersEmbedder({ modelDir: folder, toWords })).rejects.toThrow(ModelDamagedError);
  });

  it("are named when one is missing", async () => {
    const folder = copy();
    rmSync(join(folder, "onnx/model_quantized.onnx"));
    await expect(openTransformersEmbedder({ modelDir: folder, toWords })).rejects.toThrow(ModelMissingError);
  });
});
