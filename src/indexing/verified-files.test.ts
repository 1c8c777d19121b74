import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { IndexDamagedError } from "./index-errors.js";
import type { Manifest } from "./manifest.js";
import { readVerified, verifyFile } from "./verified-files.js";

// One size on either side of the limit from which a file is digested on a thread of its own.
describe.each([1_000, 40_000_003])("a file of %i bytes", (size) => {
  const path = mkdtempSync(join(tmpdir(), "generation-"));
  const generation = { number: 1, path };
  const bytes = Buffer.alloc(size, "决策");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const manifest = { files: { file: { bytes: size, sha256 }, gone: { bytes: size, sha256 } } } as unknown as Manifest;

  it("is handed out when it is the one of the manifest, and refused with one bit flipped, cut short or gone", async () => {
    writeFileSync(join(path, "file"), bytes);
    expect(await verifyFile(generation, manifest, "file")).toBe(join(path, "file"));
    expect((await readVerified(generation, manifest, ["file"])).get("file")).toHaveLength(size);

    const shared = (await readVerified(generation, manifest, ["file"], "file")).get("file");
    expect(Buffer.compare(shared ?? new Uint8Array(), bytes)).toBe(0);
    expect(shared?.buffer instanceof SharedArrayBuffer).toBe(size > 32_000_000);

    const flipped = Buffer.from(bytes);
    flipped.writeUInt8(flipped.readUInt8(size - 1) ^ 1, size - 1);
    writeFileSync(join(path, "file"), flipped);
    await expect(verifyFile(generation, manifest, "file")).rejects.toThrow("differs from its digest");
    await expect(readVerified(generation, manifest, ["file"])).rejects.toThrow("differs from its digest");

    truncateSync(join(path, "file"), size - 1);
    await expect(verifyFile(generation, manifest, "file")).rejects.toThrow(`has ${size - 1} bytes instead of ${size}`);

    rmSync(join(path, "file"));
    await expect(verifyFile(generation, manifest, "file")).rejects.toThrow(IndexDamagedError);
    await expect(readVerified(generation, manifest, ["gone"])).rejects.toThrow(IndexDamagedError);
  });

  it("is refused when the manifest does not know it", async () => {
    writeFileSync(join(path, "other"), bytes);
    await expect(verifyFile(generation, manifest, "other")).rejects.toThrow("is not in the manifest");
  });
});
