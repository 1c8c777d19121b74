import type { CorpusProblemKind } from "./problem.js";

export type Decoded =
  | { readonly text: string }
  | { readonly kind: CorpusProblemKind; readonly line: number | null; readonly message: string };

/** A longer line is no text that anybody drafted. UTF-16 code units. */
const LONGEST_LINE = 1_000_000;

/** Reads the bytes of a source: UTF-8 (with or without a byte order mark), else GB18030; anything else is said to be no text. */
export function decodeSource(bytes: Uint8Array): Decoded {
  const text = decode(bytes, "utf-8") ?? decodeChinese(bytes);
  if (text === null || hasControls(text)) {
    return {
      kind: "not_text",
      line: null,
      message: "不是文本文件（或编码既非 UTF-8 也非 GB18030），已跳过；请转存为 UTF-8 文本。",
    };
  }
  if (text.trim() === "") return { kind: "empty", line: null, message: "文件是空的，已跳过。" };
  const line = longLine(text);
  return line === null
    ? { text }
    : { kind: "line_too_long", line, message: `这一行超过 ${LONGEST_LINE} 字，已跳过该文件；请检查来源。` };
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * GB18030 gives a character for almost any pair of bytes. Prose shows itself by staying within GB2312; Big5 and
 * damaged files do not.
 */
function decodeChinese(bytes: Uint8Array): string | null {
  let pairs = 0;
  let common = 0;
  for (let i = 0; i < bytes.length; i++) {
    if ((bytes[i] ?? 0) < 0x80) continue;
    const [lead = 0, trail = 0] = [bytes[i], bytes[++i]];
    pairs++;
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) common++;
  }
  return common >= pairs * 0.9 ? decode(bytes, "gb18030") : null;
}

function hasControls(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells a binary from a text
  return /[\x00-\x08\x0E-\x1A\x1C-\x1F]/.test(text);
}

function longLine(text: string): number | null {
  let number = 1;
  for (let start = 0; start < text.length; number++) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    if (end - start > LONGEST_LINE) return number;
    start = end + 1;
  }
  return null;
}
