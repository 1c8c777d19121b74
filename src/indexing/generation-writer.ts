import { createHash } from "node:crypto";
import {
  closeSync,
  copyFileSync,
  createReadStream,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { FILE, listGenerations } from "./generation.js";
import { IndexWriteFailedError } from "./index-errors.js";
import { formatManifest, type IndexFile, type Manifest } from "./manifest.js";

/** Generations kept: the newest, and the one before it to fall back on. */
const KEPT_GENERATIONS = 2;
const UNFINISHED = /^building-(\d+)-/;
/** Small pieces are written together. */
const BUFFER_BYTES = 1 << 20;

/**
 * Writes a generation under an unfinished name and gives it its number in one step when all is on disk. What stops it
 * half way, a full disk or a killed process, leaves the generations before it as they were.
 */
export class GenerationWriter {
  readonly #indexDir: string;
  readonly #path: string;
  readonly #files: Record<string, IndexFile> = {};

  /** Throws `IndexWriteFailedError`, as every method does. */
  constructor(indexDir: string) {
    this.#indexDir = indexDir;
    this.#path = join(indexDir, `building-${process.pid}-${Date.now().toString(36)}`);
    orWriteFailed(this.#path, () => {
      mkdirSync(indexDir, { recursive: true });
      removeAbandoned(indexDir);
      mkdirSync(this.#path);
    });
  }

  /** Where a file of this name is written, for libraries that write by themselves; `adopt` it afterwards. */
  pathOf(name: string): string {
    return join(this.#path, name);
  }

  write(name: string, pieces: Iterable<Uint8Array>): void {
    const path = this.pathOf(name);
    orWriteFailed(path, () => {
      const file = openSync(path, "wx");
      try {
        this.#files[name] = writePieces(file, pieces);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
    });
  }

  /** Takes in a file that a library has written. */
  async adopt(name: string): Promise<void> {
    const path = this.pathOf(name);
    const hash = createHash("sha256");
    let bytes = 0;
    for await (const piece of createReadStream(path, { highWaterMark: BUFFER_BYTES })) {
      hash.update(piece);
      bytes += piece.length;
    }
    orWriteFailed(path, () => syncPath(path));
    this.#files[name] = { bytes, sha256: hash.digest("hex") };
  }

  /** Takes over a file of an earlier generation that has been proved; both keep it, and it takes no further room. */
  link(name: string, path: string, file: IndexFile): void {
    const target = this.pathOf(name);
    orWriteFailed(target, () => {
      try {
        linkSync(path, target);
      } catch {
        // A file system without hard links.
        copyFileSync(path, target);
        syncPath(target);
      }
    });
    this.#files[name] = file;
  }

  /** Makes the generation the newest and drops those that are no longer kept. */
  commit(manifest: Omit<Manifest, "files">): Manifest {
    const complete: Manifest = { ...manifest, files: { ...this.#files } };
    this.write(FILE.manifest, [Buffer.from(formatManifest(complete))]);
    orWriteFailed(this.#indexDir, () => {
      syncPath(this.#path);
      renameSync(this.#path, join(this.#indexDir, `gen-${(listGenerations(this.#indexDir)[0]?.number ?? 0) + 1}`));
      syncPath(this.#indexDir);
      for (const { path } of listGenerations(this.#indexDir).slice(KEPT_GENERATIONS))
        rmSync(path, { recursive: true, force: true });
    });
    return complete;
  }

  /** Removes what was written, after a failure. */
  abandon(): void {
    rmSync(this.#path, { recursive: true, force: true });
  }
}

function writePieces(file: number, pieces: Iterable<Uint8Array>): IndexFile {
  const hash = createHash("sha256");
  let bytes = 0;
  for (const block of toBlocks(pieces)) {
    hash.update(block);
    for (let written = 0; written < block.length; ) written += writeSync(file, block, written);
    bytes += block.length;
  }
  return { bytes, sha256: hash.digest("hex") };
}

function* toBlocks(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    if (length < BUFFER_BYTES) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(waiting);
}

function syncPath(path: string): void {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Folders that a process now gone left unfinished. */
function removeAbandoned(indexDir: string): void {
  for (const name of readdirSync(indexDir)) {
    const pid = UNFINISHED.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(indexDir, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function orWriteFailed(path: string, write: () => void): void {
  try {
    write();
  } catch (cause) {
    throw new IndexWriteFailedError(path, { cause });
  }
}
