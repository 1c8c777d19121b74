import { IndexDamagedError } from "./index-errors.js";

/** Named typed arrays of one file. */
export type PackedArrays = Readonly<
  Record<string, Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array>
>;

const KINDS = { Uint8Array, Uint16Array, Uint32Array, Float32Array, Float64Array } as const;
type Kind = keyof typeof KINDS;

interface Section {
  readonly name: string;
  readonly kind: Kind;
  readonly offset: number;
  readonly length: number;
}

/** Every section starts on this boundary, so that the arrays are views of the file's bytes and nothing is copied. */
const ALIGNMENT = 8;
const LENGTH_BYTES = 4;

function aligned(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}

/**
 * The bytes of a file that holds the arrays, in pieces to write one after the other: the length of the header, the
 * header (JSON: name, kind, offset after the header, length), the arrays. Byte order is the machine's, little-endian
 * on every platform that Node runs on.
 */
export function packArrays(arrays: PackedArrays): Uint8Array[] {
  let offset = 0;
  const sections: Section[] = [];
  const bodies: Uint8Array[] = [];
  for (const [name, array] of Object.entries(arrays)) {
    const kind = array.constructor.name as Kind;
    sections.push({ name, kind, offset, length: array.length });
    const end = aligned(offset + array.byteLength);
    bodies.push(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    bodies.push(new Uint8Array(end - offset - array.byteLength));
    offset = end;
  }
  const json = JSON.stringify(sections);
  const header = Buffer.alloc(aligned(LENGTH_BYTES + Buffer.byteLength(json)), " ");
  header.writeUInt32LE(header.length - LENGTH_BYTES, 0);
  header.write(json, LENGTH_BYTES);
  return [header, ...bodies];
}

/** The arrays of `packArrays` as views of the bytes, which must start on an 8-byte boundary of their buffer. */
export function unpackArrays(path: string, bytes: Uint8Array): PackedArrays {
  try {
    const headerLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
    const headerEnd = LENGTH_BYTES + headerLength;
    const sections = JSON.parse(Buffer.from(bytes.subarray(LENGTH_BYTES, headerEnd)).toString("utf8")) as Section[];
    const start = bytes.byteOffset + headerEnd;
    return Object.fromEntries(
      sections.map(({ name, kind, offset, length }) => [
        name,
        new KINDS[kind](bytes.buffer as ArrayBuffer, start + offset, length),
      ]),
    );
  } catch (cause) {
    throw new IndexDamagedError(path, "is not laid out as an index file", { cause });
  }
}
