import { expect, it } from "vitest";
import { IndexDamagedError } from "./index-errors.js";
import { packArrays, unpackArrays } from "./packed-arrays.js";
import { openRowPieces, RowPiecesBuilder } from "./row-pieces.js";

const rows = [[3, 1, 3], [], Array.from({ length: 70_000 }, (_, at) => at % 60_000)];

function packed() {
  const builder = new RowPiecesBuilder();
  for (const [at, pieces] of rows.entries()) builder.add({ pieces: Uint16Array.from(pieces), norm: at / 2 });
  return unpackArrays("pieces", new Uint8Array(Buffer.concat(packArrays(builder.toArrays()))));
}

it("gives back the pieces of each row, in order, with repeats", () => {
  const table = openRowPieces("pieces", packed(), rows.length);
  expect(rows.map((_, row) => [...table.at(row).pieces])).toEqual(rows);
  expect(rows.map((_, row) => table.at(row).norm)).toEqual([0, 0.5, 1]);
});

it("refuses a file for another number of rows", () => {
  expect(() => openRowPieces("pieces", packed(), 4)).toThrow(IndexDamagedError);
  expect(() => openRowPieces("pieces", {}, 0)).toThrow(IndexDamagedError);
});
