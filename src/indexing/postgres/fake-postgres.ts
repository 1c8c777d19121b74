import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";

/** A PostgreSQL in this process for tests, with pgvector, behind a real socket. */
export interface FakePostgres {
  /** With a user and a password. */
  readonly url: string;
  /** Drops every schema of an index. */
  empty(): Promise<void>;
  /** Cuts every connection at once, running queries or not, and refuses new ones until `listen`. */
  hangUp(): void;
  listen(): Promise<void>;
  close(): Promise<void>;
}

export const FAKE_USER = "clerk";
export const FAKE_PASSWORD = "s3cret-word";
const MOST_CONNECTIONS = 32;

export async function startFakePostgres(): Promise<FakePostgres> {
  const database = await PGlite.create({ extensions: { vector } });
  const server = new PGLiteSocketServer({ db: database, host: "127.0.0.1", port: 0, maxConnections: MOST_CONNECTIONS });
  await server.start();
  const line = new Line(Number(server.getServerConn().split(":").at(-1)));
  await line.listen();
  return {
    url: `postgres://${FAKE_USER}:${FAKE_PASSWORD}@127.0.0.1:${line.port}/postgres`,
    async empty() {
      await database.exec(`do $$ declare name text; begin
        for name in select nspname from pg_namespace where nspname like 'policy_chat%' loop
          execute format('drop schema %I cascade', name);
        end loop; end $$`);
    },
    hangUp: () => line.hangUp(),
    listen: () => line.listen(),
    async close() {
      line.hangUp();
      await server.stop();
      await database.close();
    },
  };
}

/** Passes bytes on to a port, until it hangs up. */
class Line {
  port = 0;
  readonly #target: number;
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;

  constructor(target: number) {
    this.#target = target;
  }

  async listen(): Promise<void> {
    const server = createServer((socket) => this.#pass(socket));
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(this.port, "127.0.0.1", resolve));
    this.port = (server.address() as AddressInfo).port;
  }

  hangUp(): void {
    this.#server?.close();
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
  }

  #pass(near: Socket): void {
    const far = connect(this.#target, "127.0.0.1");
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => other.destroy());
      socket.pipe(other);
    }
  }
}
