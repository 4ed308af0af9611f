/** The headers of every answer. */
import type { ServerResponse } from "node:http";

/** What a page may load: nothing but the forum's own files; a nonce only where a page hydrates. */
export function contentSecurityPolicy(nonce?: string, isDevelopment = false) {
  const scripts = nonce ? `'self' 'nonce-${nonce}'` : "'self'";
  const rules = [
    "default-src 'none'",
    `script-src ${isDevelopment ? "'self' 'unsafe-inline'" : scripts}`,
    `style-src 'self'${isDevelopment ? " 'unsafe-inline'" : ""}`,
    "img-src 'self'",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "report-uri /csp-report",
  ];
  return rules.join("; ");
}

/** Sets the headers of every answer, before anything is sent of it. */
export function setSecurityHeaders(
  response: ServerResponse,
  origin: string,
  isDevelopment = false,
) {
  for (const [name, value] of Object.entries(securityHeaders(origin))) {
    response.setHeader(name, value);
  }
  response.setHeader("Content-Security-Policy", contentSecurityPolicy(undefined, isDevelopment));
}

/** The headers of a page that no script makes live, at this origin: names and values in turn. */
export const headerLines = (origin: string): string[] => [
  ...Object.entries(securityHeaders(origin)).flat(),
  ...["Content-Security-Policy", contentSecurityPolicy()],
];

/** Headers for any answer of a forum at this origin; HSTS only behind TLS. */
export function securityHeaders(origin: string): Record<string, string> {
  return {
    "X-Content-Type-Options": "nosniff",
    // Never no-referrer: browsers then send "Origin: null" with every form.
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy":
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ...(origin.startsWith("https:")
      ? { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" }
      : {}),
  };
}
