import type { Transaction } from "./connection.js";

/** Characters of JSON sent in one statement. */
const BATCH_CHARACTERS = 4_000_000;

/** Inserts records into a table in batches. `columns` are names with types, in the order of the table. */
export async function insertAll(
  transaction: Transaction,
  table: string,
  columns: string,
  records: Iterable<object> | AsyncIterable<object>,
): Promise<void> {
  let batch: string[] = [];
  let characters = 0;
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    const json = `[${batch.join(",")}]`;
    batch = [];
    characters = 0;
    await transaction.query(`insert into ${table} select * from json_to_recordset($1::json) as record(${columns})`, [
      json,
    ]);
  };
  for await (const record of records) {
    const json = JSON.stringify(record);
    batch.push(json);
    characters += json.length;
    if (characters >= BATCH_CHARACTERS) await flush();
  }
  await flush();
}
