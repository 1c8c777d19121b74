/** A tensor that an ONNX file holds; `data` is a view of the file's bytes, little-endian. */
export interface OnnxTensor {
  readonly dims: readonly number[];
  readonly data: Uint8Array;
}

/** Numbers of the fields that lead to a tensor, from onnx.proto. */
const MODEL_GRAPH = 7;
const GRAPH_INITIALIZER = 5;
const TENSOR_DIMS = 1;
const TENSOR_NAME = 8;
const TENSOR_RAW_DATA = 9;

const VARINT = 0;
const FIXED64 = 1;
const DELIMITED = 2;
const FIXED32 = 5;

interface Field {
  readonly number: number;
  /** Of a varint; 0 for other kinds. */
  readonly value: number;
  /** Of a delimited field; empty for other kinds. */
  readonly bytes: Uint8Array;
}

/** The weights of an ONNX model by name, read without a run-time library. Throws RangeError for bytes that are no ONNX. */
export function readOnnxTensors(model: Uint8Array): Map<string, OnnxTensor> {
  const tensors = new Map<string, OnnxTensor>();
  for (const graph of fieldsOf(model, MODEL_GRAPH)) {
    for (const tensor of fieldsOf(graph.bytes, GRAPH_INITIALIZER)) {
      const name = fieldsOf(tensor.bytes, TENSOR_NAME)[0];
      const data = fieldsOf(tensor.bytes, TENSOR_RAW_DATA)[0];
      const dims = fieldsOf(tensor.bytes, TENSOR_DIMS).flatMap(numbersOf);
      if (name && data) tensors.set(Buffer.from(name.bytes).toString("utf8"), { dims, data: data.bytes });
    }
  }
  return tensors;
}

function fieldsOf(message: Uint8Array, number: number): Field[] {
  return [...parseFields(message)].filter((field) => field.number === number);
}

/** Repeated numbers stand in a field each, or packed in one. */
function numbersOf({ value, bytes }: Field): number[] {
  if (bytes.length === 0) return [value];
  const numbers: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const varint = readVarint(bytes, at);
    numbers.push(varint.value);
    at = varint.end;
  }
  return numbers;
}

/** Protocol buffers: a tag (number of the field, kind), then a value of that kind. */
function* parseFields(message: Uint8Array): Generator<Field> {
  for (let at = 0; at < message.length; ) {
    const tag = readVarint(message, at);
    const number = Math.floor(tag.value / 8);
    const kind = tag.value % 8;
    const { value, end } = kind === VARINT || kind === DELIMITED ? readVarint(message, tag.end) : fixed(kind, tag.end);
    const length = kind === DELIMITED ? value : 0;
    at = end + length;
    if (at > message.length) throw new RangeError("a field ends beyond its message");
    yield { number, value: kind === VARINT ? value : 0, bytes: message.subarray(end, at) };
  }
}

function fixed(kind: number, start: number): { value: number; end: number } {
  if (kind !== FIXED64 && kind !== FIXED32) throw new RangeError(`no field is of kind ${kind}`);
  return { value: 0, end: start + (kind === FIXED64 ? 8 : 4) };
}

function readVarint(bytes: Uint8Array, start: number): { value: number; end: number } {
  let value = 0;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    value += (byte & 0x7f) * 2 ** (7 * (at - start));
    if (byte < 0x80) return { value, end: at + 1 };
  }
  throw new RangeError("a number ends beyond its message");
}
