import { expect, it } from "vitest";
import { readOnnxTensors } from "./onnx-tensors.js";

const text = (value: string): number[] => [...Buffer.from(value)];
const field = (number: number, bytes: readonly number[]): number[] => [number * 8 + 2, bytes.length, ...bytes];

/** A model of one graph with one tensor of 2 × 3 int8 values; dims packed, or a field each. */
const modelOf = (dims: readonly number[]): Uint8Array =>
  Uint8Array.from(field(7, field(5, [...dims, 2 * 8, 3, ...field(8, text("W")), ...field(9, [1, 2, 3, 4, 5, 6])])));

it.each([
  ["packed", [1 * 8 + 2, 2, 2, 3]],
  ["one by one", [1 * 8, 2, 1 * 8, 3]],
])("reads a tensor whose dimensions are %s", (_, dims) => {
  const tensor = readOnnxTensors(modelOf(dims)).get("W");
  expect(tensor?.dims).toEqual([2, 3]);
  expect([...(tensor?.data ?? [])]).toEqual([1, 2, 3, 4, 5, 6]);
});

it("passes over what it does not know", () => {
  const other = [...field(2, text("producer")), 1 * 8, 200, 1, 6 * 8 + 1, 0, 0, 0, 0, 0, 0, 0, 0];
  expect(readOnnxTensors(Uint8Array.from([...other, ...modelOf([8, 2, 8, 3])])).size).toBe(1);
});

it("refuses bytes that end too early", () => {
  expect(() => readOnnxTensors(modelOf([8, 2, 8, 3]).subarray(0, 12))).toThrow(RangeError);
});
