import { expect, it } from "vitest";
import { IndexDamagedError } from "./index-errors.js";
import { packArrays, unpackArrays } from "./packed-arrays.js";

const arrays = {
  odd: Uint8Array.from([1, 2, 3]),
  empty: new Uint32Array(),
  名: Uint16Array.from([65535, 0]),
  exact: Float64Array.from([0.1, 2 ** 40]),
  vectors: Float32Array.from([0.5, -1]),
};
const packed = new Uint8Array(Buffer.concat(packArrays(arrays)));

it("reads back the arrays it packed, as views of the same bytes", () => {
  const unpacked = unpackArrays("file", packed);
  expect(unpacked).toEqual(arrays);
  expect(unpacked.vectors?.buffer).toBe(packed.buffer);
});

it.each([0, 3, 40, packed.length - 1])("refuses a file that ends after %i bytes", (length) => {
  expect(() => unpackArrays("file", packed.slice(0, length))).toThrow(IndexDamagedError);
});
