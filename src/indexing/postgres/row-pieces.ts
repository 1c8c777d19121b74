import type { RowPieces } from "../policy-index.js";
import type { Connection } from "./connection.js";
import { Recent } from "./recent.js";

const REMEMBERED = 256;
const BYTES_A_PIECE = 2;

/** Reads what the model reads in rows; what was asked for lately is remembered. */
export function createPiecesReader(
  connection: Connection,
  schema: string,
): (rows: readonly number[]) => Promise<readonly RowPieces[]> {
  const recent = new Recent<readonly RowPieces[]>(REMEMBERED);
  const ask = async (rows: readonly number[]): Promise<readonly RowPieces[]> => {
    const stored = await connection.query<{ pieces: Buffer; norm: number }>(
      `select pieces, norm from unnest($1::int[]) with ordinality as asked(row, place)
       join ${schema}.rows using (row) order by place`,
      [rows],
    );
    return stored.map(({ pieces, norm }) => ({ pieces: toPieces(pieces), norm }));
  };
  return (rows) => (rows.length === 0 ? Promise.resolve([]) : recent.get(rows.join(), () => ask(rows)));
}

function toPieces(bytes: Buffer): Uint16Array {
  return Uint16Array.from({ length: bytes.length / BYTES_A_PIECE }, (_, at) => bytes.readUInt16LE(at * BYTES_A_PIECE));
}
