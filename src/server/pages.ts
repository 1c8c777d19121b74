import type { Context, Hono } from "hono";
import { etag } from "hono/etag";
import { z } from "zod";
import type { AppDeps } from "./deps.js";
import { renderHomePage, renderProblemPage } from "./home-page.js";
import { describeProblem } from "./problems.js";
import { type ReaderQuote, renderReaderPage } from "./reader-page.js";
import { siteStyle } from "./site-style.js";

/** `?place=art_11__point_3&from=0&to=36`: the quoted words of a citation. Anything malformed marks nothing. */
const quoteQuerySchema = z.object({
  place: z.string().min(1),
  from: z.coerce.number().int().min(0),
  to: z.coerce.number().int().min(1),
});

function quoteOf(c: Context): ReaderQuote | null {
  const { success, data } = quoteQuerySchema.safeParse(c.req.query());
  return success && data.to > data.from ? { eId: data.place, start: data.from, end: data.to } : null;
}

/** The pages people open, their style sheet and the widget's script. */
export function addPages(app: Hono, deps: AppDeps): void {
  const { settings, widgetScript } = deps;
  app.get("/", (c) => c.html(renderHomePage(deps.library, settings.siteName)));
  app.get("/documents/:documentId{.+}", async (c) => {
    const document = deps.library.document(c.req.param("documentId"));
    if (document === undefined) {
      const { status, message } = describeProblem("document_not_found");
      return c.html(renderProblemPage(message, settings.siteName), status);
    }
    const page = await deps.library.read(() => renderReaderPage(document, deps.library, settings.siteName, quoteOf(c)));
    return c.html(page);
  });
  app.get("/assets/site.css", etag(), (c) =>
    c.body(siteStyle, 200, { "Content-Type": "text/css; charset=utf-8", "Cache-Control": "public, max-age=600" }),
  );
  app.get("/policy-chat.js", etag(), (c) =>
    c.body(typeof widgetScript === "string" ? widgetScript : widgetScript(), 200, {
      "Content-Type": "text/javascript; charset=utf-8",
      "Cache-Control": "public, max-age=600",
      // The script is there to be loaded by other sites' pages, also by those that isolate themselves.
      "Cross-Origin-Resource-Policy": "cross-origin",
    }),
  );
}
