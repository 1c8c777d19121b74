import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { digestCorpus, digestFiles, digestSources } from "./digest.js";
import { identifySources, loadCorpus } from "./load.js";
import type { PolicyDocument } from "./provision.js";
import { type EarlierReading, reloadCorpus } from "./reload.js";

const lines = (...paragraphs: string[]) => `${paragraphs.join("\n\n")}\n`;
const SOURCES: Readonly<Record<string, string>> = {
  "城市绿化条例(2012-01-01).md": lines("# 城市绿化条例", "第一条 甲。", "第二条 乙。"),
  "城市绿化条例(2020-05-14).md": lines("# 城市绿化条例", "第一条 丙。", "第二条 丁。"),
  "意见(2021-01-01).md": lines("# 某意见", "第一条 予以优先考虑。", "第二条 乙。"),
  "修订(2022-01-01).md": lines("# 关于修改某意见的决定", "一、将《某意见》第一条中“优先考虑”修改为“扶持”。"),
  "防灾方案.md": lines("# 防灾方案", "第一条 开展防灾减灾宣传，提高居民素质。", "第二条 各部门分工负责。"),
  "other.md": lines("# 另一规定", "第一条 无关。"),
};

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "reload-"));
  for (const [file, text] of Object.entries(SOURCES)) await writeFile(join(folder, file), text);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function readingOf(): Promise<EarlierReading & { documents: readonly PolicyDocument[] }> {
  const sources = await digestSources(folder);
  const ids = identifySources(sources.map(({ file }) => file));
  const { documents, problems } = await loadCorpus(folder);
  const files = sources.map((source) => ({
    ...source,
    id: ids.get(source.file) ?? "",
    problems: problems.filter(({ file }) => file === source.file),
  }));
  return { files, documents };
}

const write = (file: string, ...paragraphs: string[]) => writeFile(join(folder, file), lines(...paragraphs));

it.each<[string, string[], () => Promise<void>]>([
  ["nothing", [], async () => undefined],
  ["an edited text", ["other"], () => write("other.md", "# 另一规定", "第一条 有关。", "第二条 新。")],
  [
    "a newer version",
    ["城市绿化条例(2012-01-01)", "城市绿化条例(2020-05-14)", "城市绿化条例(2024-01-01)"],
    () => write("城市绿化条例(2024-01-01).md", "# 城市绿化条例", "第一条 戊。", "第二条 己。"),
  ],
  ["the newest version gone", ["城市绿化条例(2012-01-01)"], () => rm(join(folder, "城市绿化条例(2020-05-14).md"))],
  ["the amendment gone", ["意见(2021-01-01)"], () => rm(join(folder, "修订(2022-01-01).md"))],
  [
    "what is amended edited",
    ["修订(2022-01-01)", "意见(2021-01-01)"],
    () => write("意见(2021-01-01).md", "# 某意见", "第一条 予以优先考虑和照顾。"),
  ],
  [
    "a second source",
    ["防灾方案", "防灾方案二"],
    () => write("防灾方案二.md", "# 防灾方案", "第一条 开展防灾避害宣传，提高居民素质。", "第二条 各部门分工负责。"),
  ],
  ["a file of the same name before it", ["other", "other.md"], () => write("other.MD", "# 别的规定", "第一条 别的。")],
  ["a file that cannot be read as text", [], () => writeFile(join(folder, "scan.pdf"), "%PDF-1.7")],
])("gives what a whole reading gives after %s", async (_, expected, edit) => {
  const earlier = await readingOf();
  await edit();
  const now = await readingOf();
  const update = await reloadCorpus(folder, await digestSources(folder), earlier);

  expect(update.documentIds).toEqual(now.documents.map(({ documentId }) => documentId));
  const kept = new Map(earlier.documents.map((document) => [document.documentId, document]));
  expect(update.documentIds.map((id) => update.changed.get(id) ?? kept.get(id))).toEqual(now.documents);
  expect(update.files).toEqual(now.files);
  expect(digestFiles(update.files)).toBe(await digestCorpus(folder));
  expect([...update.changed.keys()].sort()).toEqual(expected.sort());
});
