import pg from "pg";
import { HNSW_PARAMETERS } from "../write-segment.js";
import { locationOf, toIndexError } from "./postgres-errors.js";

/** Connections that one server holds at most: a question uses two at a time, and some are for those who wait. */
const MOST_CONNECTIONS = 10;
const CONNECT_MS = 5_000;
/** The server's own limit for one query; the client gives up a little later, when the network has swallowed the answer. */
const STATEMENT_MS = 10_000;
const QUERY_MS = 12_000;
const IDLE_MS = 60_000;
/** Rows of the graph that are looked at for one search; enough for a filter that leaves one in fifty. */
const MOST_SCANNED = 100_000;
/** As many candidates as the graph of the file engine looks at; a filter makes it look on until enough are left. */
const SESSION = [
  `set hnsw.ef_search = ${HNSW_PARAMETERS.efSearch}`,
  "set hnsw.iterative_scan = strict_order",
  `set hnsw.max_scan_tuples = ${MOST_SCANNED}`,
].join(";");

/** A pool of connections for reading. */
export interface Connection {
  /** Without user and password, for messages. */
  readonly location: string;
  /** The rows of one query. Throws `IndexUnreachableError`, `IndexQueryFailedError`. */
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** Prepares a pool; nothing is connected before the first query. A connection that breaks is replaced by the next query. */
export function createConnection(url: string): Connection {
  const location = locationOf(url);
  const pool = new pg.Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    idleTimeoutMillis: IDLE_MS,
    statement_timeout: STATEMENT_MS,
    query_timeout: QUERY_MS,
    keepAlive: true,
    application_name: "policy-chat",
    // A process that has nothing else to do ends, idle connections or not.
    allowExitOnIdle: true,
    onConnect: async (client) => {
      await client.query(SESSION);
    },
  });
  // A connection that breaks while idle must not end the process; the query that would have used it opens another.
  pool.on("error", () => {});
  return {
    location,
    async query<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
      try {
        return (await pool.query<Row>(sql, [...values])).rows;
      } catch (error) {
        throw toIndexError(location, error);
      }
    },
    close: () => pool.end(),
  };
}

/** One connection in one transaction, for building: no limits on time. */
export interface Transaction {
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

/**
 * Runs the work in one transaction: all of it is kept, or, when anything fails, nothing. Throws `IndexUnreachableError`
 * for the database's errors; those of the work itself come through.
 */
export async function inTransaction<T>(url: string, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const location = locationOf(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS, keepAlive: true });
  // The query that runs fails as well, which is what is reported.
  client.on("error", () => {});
  const query = async <Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> => {
    try {
      return (await client.query<Row>(sql, [...values])).rows;
    } catch (error) {
      throw toIndexError(location, error);
    }
  };
  try {
    await client.connect().catch((error: unknown) => {
      throw toIndexError(location, error);
    });
    await query("begin");
    const result = await work({ query });
    await query("commit");
    return result;
  } finally {
    // What was not committed is rolled back by the end of the connection.
    await client.end().catch(() => {});
  }
}
