import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import type { Log } from "./deps.js";

/** How long requests in progress may take after the stop signal before their connections are cut. */
const GRACE_MS = 5_000;
const SWEEP_MS = 50;

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

function stop(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    // A kept-alive connection falls idle only when its last request ends, so one sweep at the start is not enough.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
    server.close((error) => {
      clearTimeout(cut);
      clearInterval(sweep);
      if (error === undefined) resolve();
      else reject(error);
    });
  });
}

/** Serves the app on a port; rejects with Node's error (`EADDRINUSE` …) when it cannot. */
export async function startServer({ app, port, host, log, graceMs = GRACE_MS }: StartOptions): Promise<RunningServer> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  const address = await listen(server, port, host);
  const name = host.includes(":") ? `[${host}]` : host;
  const url = `http://${host === "0.0.0.0" || host === "::" ? "localhost" : name}:${address.port}`;
  log("info", "listening", { url });
  let stopping: Promise<void> | undefined;
  return {
    url,
    close() {
      stopping ??= stop(server, graceMs).then(() => log("info", "stopped"));
      return stopping;
    },
  };
}
