import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** Security headers. Styles in the page itself are allowed for the API's documentation only, which needs them. */
export function securityHeaders(publicUrl: string, styles: "'self'" | "'unsafe-inline'"): RequestHandler {
  const secure = publicUrl.startsWith('https:')
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        baseUri: ["'none'"],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        imgSrc: ["'self'", 'data:'],
        scriptSrc: ["'self'"],
        styleSrc: [...new Set(["'self'", styles])],
        ...(secure && { upgradeInsecureRequests: [] }),
      },
    },
    // With less, a browser would not say of a form that it came from a page of ours.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: secure,
  })
}
