import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import { secureHeaders } from "hono/secure-headers";

/**
 * Headers for every response. The defaults for framing and for use by other sites are off because they would break the
 * widget there; `frame-ancestors` and the CORS allow-list do that work by name.
 */
export function createSecurityHeaders(allowedOrigins: readonly string[]): MiddlewareHandler {
  return secureHeaders({
    crossOriginResourcePolicy: false,
    xFrameOptions: false,
    // The transport is the reverse proxy's business; a plain intranet host must not be pinned to HTTPS.
    strictTransportSecurity: false,
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", "data:"],
      connectSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'self'", ...allowedOrigins],
    },
  });
}

/** CORS for the API: the listed origins and nobody else; no cookies are used, so no credentials. */
export function createCors(allowedOrigins: readonly string[]): MiddlewareHandler {
  return cors({
    origin: (origin) => (allowedOrigins.includes(origin) ? origin : null),
    allowMethods: ["GET", "POST"],
    allowHeaders: ["Content-Type", "Accept"],
    maxAge: 600,
  });
}
