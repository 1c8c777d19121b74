import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { checkCoverage } from "./coverage.js";
import { decodeSource } from "./decoding.js";
import { type ParsedFile, parseFile } from "./parse.js";
import { CorpusParseError, type CorpusProblem, CorpusUnreadableError } from "./problem.js";
import type { PolicyDocument } from "./provision.js";
import { resolveSecondSources } from "./variants.js";
import { resolveStatus } from "./versions.js";

/** A source file and the SHA-256 (hex) of its bytes. */
export interface CorpusFile {
  /** Relative to the corpus folder, with `/`. */
  readonly file: string;
  readonly digest: string;
}

export interface Corpus {
  /** In the order of their files, then as printed. */
  readonly documents: readonly PolicyDocument[];
  readonly problems: readonly CorpusProblem[];
  /** Every file that was read, those with problems included; sorted by name. */
  readonly files: readonly CorpusFile[];
}

export interface LoadOptions {
  readonly onProgress?: (done: number, total: number) => void;
}

/** One source file as read: parsed, or the problem that kept it from being so. */
export interface LoadedFile extends CorpusFile {
  readonly parsed: ParsedFile | null;
  readonly problems: readonly CorpusProblem[];
}

/** Bytes; a gazette issue has about 100 KB. */
const LARGEST_FILE = 32 * 1024 * 1024;

/** Reads every source under the folder and settles what they say about each other. Throws CorpusUnreadableError. */
export async function loadCorpus(directory: string, { onProgress }: LoadOptions = {}): Promise<Corpus> {
  const documents: PolicyDocument[] = [];
  const problems: CorpusProblem[] = [];
  const files: CorpusFile[] = [];
  const names = await listSources(directory);
  for await (const loaded of loadFiles(directory, names)) {
    files.push({ file: loaded.file, digest: loaded.digest });
    problems.push(...loaded.problems);
    for (const document of loaded.parsed?.documents ?? []) documents.push(document);
    onProgress?.(files.length, names.length);
  }
  return { documents: resolve(documents), problems, files };
}

/** Settles what documents say about each other: second sources and variants, versions, amended wording. */
export function resolve(documents: readonly PolicyDocument[]): PolicyDocument[] {
  return resolveStatus(resolveSecondSources(documents));
}

/** Paths of the source files, relative to the folder and sorted; hidden files and README are none. */
export async function listSources(directory: string): Promise<string[]> {
  try {
    // Of thousands of files a promise for each folder, and a path put together for each file, take three times as long.
    const folders = new Map<string, string>();
    return readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/^(?:\.|README\b)/i.test(entry.name))
      .map(({ parentPath, name }) => {
        const folder = folders.get(parentPath) ?? relative(directory, join(parentPath, "x")).slice(0, -1);
        folders.set(parentPath, folder);
        return (folder + name).split(sep).join("/");
      })
      .filter((file) => !file.split("/").some((part) => part.startsWith(".")))
      .sort();
  } catch (cause) {
    throw new CorpusUnreadableError(directory, { cause });
  }
}

/** Reads and parses the files one by one, so that a large corpus need not be held whole. Never throws for a file. */
export async function* loadFiles(directory: string, files: readonly string[]): AsyncGenerator<LoadedFile> {
  for (const [file, id] of identifySources(files)) yield await loadFile(directory, file, id);
}

/** What the ids of each file's documents begin with; the order of the files counts. */
export function identifySources(files: readonly string[]): Map<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const file of files) {
    const name = file.slice(0, file.length - extname(file).length);
    // Two files of one name (rules.md, rules.txt) would share their ids; the later keeps its extension in them.
    ids.set(file, taken.has(name) ? file : name);
    taken.add(name);
  }
  return ids;
}

/** Reads and parses one file; `id` is what its documents' ids begin with. Never throws for a file. */
export async function loadFile(directory: string, file: string, id: string): Promise<LoadedFile> {
  const read = await readSource(directory, file);
  if (!("bytes" in read)) return failed(file, "", read);
  const digest = createHash("sha256").update(read.bytes).digest("hex");
  const decoded = decodeSource(read.bytes);
  if (!("text" in decoded)) return failed(file, digest, decoded);
  return { file, digest, ...parseChecked(file, id, decoded.text) };
}

type Failure = Omit<CorpusProblem, "file">;

function failed(file: string, digest: string, failure: Failure): LoadedFile {
  return { file, digest, parsed: null, problems: [{ file, ...failure }] };
}

async function readSource(directory: string, file: string): Promise<{ bytes: Uint8Array } | Failure> {
  if (!/\.(?:md|txt)$/i.test(file)) {
    return { kind: "unsupported_type", line: null, message: "不支持的文件类型，已跳过；请提供 .txt 或 .md 文本。" };
  }
  try {
    const { size } = await stat(join(directory, file));
    if (size <= LARGEST_FILE) return { bytes: await readFile(join(directory, file)) };
    return { kind: "too_large", line: null, message: `文件有 ${size} 字节，超过上限 ${LARGEST_FILE} 字节，已跳过。` };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: "unreadable", line: null, message: `无法读取，已跳过：${reason}` };
  }
}

function parseChecked(file: string, id: string, text: string): Pick<LoadedFile, "parsed" | "problems"> {
  try {
    const parsed = parseFile({ file, text, id });
    checkCoverage(parsed);
    return { parsed, problems: parsed.problems };
  } catch (error) {
    if (!(error instanceof CorpusParseError)) throw error;
    return { parsed: null, problems: [{ file, line: error.line, kind: "unparsed", message: error.message }] };
  }
}
