import type { Manifest } from "../manifest.js";
import { REGISTRY } from "./schema.js";

/** A generation that is complete: its row appears in one step with all its tables. */
export interface StoredGeneration {
  readonly number: number;
  readonly manifest: Manifest;
}

/** Anything that asks the database. */
export interface Queries {
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** The newest generation; undefined where there is none, or no index was ever made in this database. */
export async function newestGeneration(database: Queries): Promise<StoredGeneration | undefined> {
  const [{ known } = { known: null }] = await database.query<{ known: string | null }>(
    "select to_regclass($1)::text as known",
    [`${REGISTRY}.generations`],
  );
  if (known === null) return undefined;
  const [newest] = await database.query<StoredGeneration>(
    `select number, manifest from ${REGISTRY}.generations order by number desc limit 1`,
  );
  return newest;
}
