import { describe, expect, it } from "vitest";
import { createJieba } from "../language/jieba.js";
import { normalise } from "../language/normalise.js";
import { ModelDamagedError } from "./model-files.js";
import { openPieceTable } from "./piece-table.js";
import { openTransformersEmbedder } from "./transformers-js.js";

const modelDir = "models/zh-policy-static-4";
const segmenter = createJieba({ dictionaryDir: "models/jieba" });
const toWords = (text: string) => segmenter.cutPlain(normalise(text));
const embedder = await openTransformersEmbedder({ modelDir, toWords });
const { pieces } = embedder;

const TEXTS = [
  "公开征求意见的期限一般不少于30日。",
  "区司法局进行合法性审查，应当保证必要的审查时间。",
  "𠀀 ABC 朝政发〔2022〕9号",
  "审查".repeat(700),
];

describe("the pieces of the bundled model", () => {
  it("make the vectors that the library makes", async () => {
    for (const [at, vector] of (await embedder.embed(TEXTS)).entries()) {
      const own = pieces.vector(pieces.read(TEXTS[at] ?? ""));
      const worst = Math.max(...Array.from(vector, (value, d) => Math.abs(value - (own[d] ?? 0))));
      expect(worst).toBeLessThan(1e-5);
    }
  });

  it("are words, and characters where a word is unknown", () => {
    const names = [...pieces.read("听证会由承办单位组织")].map((piece) => pieces.nameOf(piece));
    expect(names.join("")).toBe("听证会由承办单位组织");
    expect(names).toContain("听证会");
    expect(pieces.read("𠀀")).toHaveLength(0);
  });

  it("say with their products what a text's cosine with a vector is", () => {
    const [question, text] = ["审查要多少天", TEXTS[1] ?? ""].map((words) => pieces.read(words)) as [
      Uint16Array,
      Uint16Array,
    ];
    const vector = pieces.vector(question);
    const cosine = pieces.vector(text).reduce((sum, value, d) => sum + value * (vector[d] ?? 0), 0);
    const [sum = 0] = pieces.sums(vector, [text]);
    expect(sum / pieces.norm(text)).toBeCloseTo(cosine, 4);
  });

  it("meet themselves best", () => {
    const [piece = 0] = pieces.read("审查");
    const [whole, part] = [pieces.read("审查时间一般不少于7个工作日"), pieces.read("时间一般不少于7个工作日")];
    const [met = 0, near = 0] = pieces.nearest(Uint16Array.of(piece), [whole, part]);
    expect(met).toBeCloseTo(1, 4);
    expect(near).toBeLessThan(0.9);
  });

  it("have no vector where there are none", () => {
    expect(pieces.norm(new Uint16Array())).toBe(0);
    expect(pieces.vector(new Uint16Array()).every((value) => value === 0)).toBe(true);
  });
});

it("refuses a folder that holds no static model", () => {
  expect(() => openPieceTable({ modelDir: "models/jieba", files: new Map(), toWords })).toThrow(ModelDamagedError);
});
