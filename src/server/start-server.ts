import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import type { Log } from "./deps.js";

/** How long requests in progress may take after the stop signal before their connections are cut. */
const GRACE_MS = 5_000;

export interface StartOptions {
  readonly app: Hono;
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  readonly log: Log;
  readonly graceMs?: number;
}

export interface RunningServer {
  readonly url: string;
  /** Stops taking requests, lets those in progress finish within the grace period, then cuts what is left. */
  close(): Promise<void>;
}

function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve(server.address() as AddressInfo);
    });
  });
}

/** Counts requests in progress. Node's own notion of idle connections misses those that have not asked anything yet. */
class RequestCounter {
  #active = 0;
  #whenIdle: (() => void) | null = null;

  constructor(server: Server) {
    server.on("request", (_request, response) => {
      this.#active += 1;
      response.once("close", () => {
        this.#active -= 1;
        if (this.#active === 0) this.#whenIdle?.();
      });
    });
  }

  onIdle(act: () => void): void {
    this.#whenIdle = act;
    if (this.#active === 0) act();
  }
}

function stop(server: Server, requests: RequestCounter, graceMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close((error) => {
      clearTimeout(cut);
      if (error === undefined) resolve();
      else reject(error);
    });
    requests.onIdle(() => server.closeAllConnections());
  });
}

/** Serves the app on a port; rejects with Node's error (`EADDRINUSE` …) when it cannot. */
export async function startServer({ app, port, host, log, graceMs = GRACE_MS }: StartOptions): Promise<RunningServer> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  const requests = new RequestCounter(server);
  const address = await listen(server, port, host);
  const name = host.includes(":") ? `[${host}]` : host;
  const url = `http://${host === "0.0.0.0" || host === "::" ? "localhost" : name}:${address.port}`;
  log("info", "listening", { url });
  let stopping: Promise<void> | undefined;
  return {
    url,
    close() {
      stopping ??= stop(server, requests, graceMs).then(() => log("info", "stopped"));
      return stopping;
    },
  };
}
