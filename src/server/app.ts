import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { requestId } from "hono/request-id";
import { routePath } from "hono/route";
import { PolicyChatError } from "../errors.js";
import { createChatHandler } from "./chat.js";
import type { AppDeps } from "./deps.js";
import { createLibraryRoutes } from "./documents.js";
import { logFailure } from "./failure-log.js";
import { createFeedbackHandler } from "./feedback.js";
import { AppMetrics } from "./metrics.js";
import { addPages } from "./pages.js";
import { problem } from "./problems.js";
import { createCors, createSecurityHeaders } from "./security.js";

/** Paths that exist, by the method they take; asked with another method they answer 405 and not 404. */
const METHODS: readonly (readonly [allow: string, paths: readonly string[]])[] = [
  ["POST", ["/api/chat", "/api/feedback"]],
  ["GET, HEAD", ["/api/search", "/api/documents", "/api/documents/*", "/api/provisions", "/api/suggestions"]],
  ["GET, HEAD", ["/", "/documents/*", "/policy-chat.js", "/assets/site.css", "/healthz", "/readyz", "/metrics"]],
];

function addGuards(app: Hono, deps: AppDeps, metrics: AppMetrics): void {
  const { allowedOrigins, bodyLimitBytes } = deps.settings;
  app.use(requestId());
  app.use(async (c, next) => {
    const startedAt = deps.now();
    await next();
    metrics.countRequest(c.req.method, routePath(c, -1), c.res.status, deps.now() - startedAt);
  });
  app.use(createSecurityHeaders(allowedOrigins));
  app.use("/api/*", createCors(allowedOrigins));
  app.use(bodyLimit({ maxSize: bodyLimitBytes, onError: (c) => problem(c, "body_too_large") }));
}

function addHealth(app: Hono, deps: AppDeps, metrics: AppMetrics): void {
  app.get("/healthz", (c) => c.json({ status: "ok" }));
  app.get("/readyz", (c) => (deps.isReady() ? c.json({ status: "ready" }) : problem(c, "not_ready")));
  app.get("/metrics", async (c) =>
    c.body(await metrics.registry.metrics(), 200, { "Content-Type": metrics.registry.contentType }),
  );
}

/** The HTTP door as a value: serve it, or ask it in a test without a port. Outsiders never see a raw error. */
export function createApp(deps: AppDeps): Hono {
  const app = new Hono();
  const metrics = new AppMetrics();
  addGuards(app, deps, metrics);
  app.post("/api/chat", createChatHandler(deps, metrics));
  app.post("/api/feedback", createFeedbackHandler(deps, metrics));
  app.route("/api", createLibraryRoutes(deps));
  for (const channel of deps.channels) app.route(channel.path, channel.app);
  addPages(app, deps);
  addHealth(app, deps, metrics);
  for (const [allow, paths] of METHODS) {
    for (const path of paths) {
      app.all(path, (c) => {
        c.header("Allow", allow);
        return problem(c, "method_not_allowed");
      });
    }
  }
  app.notFound((c) => problem(c, "not_found"));
  app.onError((error, c) => {
    logFailure(deps.log, "request_failed", c.get("requestId") ?? "", error);
    const isDatabaseAway = error instanceof PolicyChatError && error.code === "index_unreachable";
    return problem(c, isDatabaseAway ? "not_ready" : "internal");
  });
  return app;
}
