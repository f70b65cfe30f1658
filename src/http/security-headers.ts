import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

/** Security headers. Styles in the page itself are allowed for the API's documentation only, which needs them. */
export function securityHeaders(publicUrl: string, styles: "'self'" | "'unsafe-inline'"): RequestHandler {
  const secure = publicUrl.startsWith('https:')
  const headers = headersOf(
    helmet({
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
    }),
  )
  return (_request, response, next) => {
    response.setHeaders(headers)
    next()
  }
}

/** The headers that helmet sets on every response alike: asked for once, since it goes through a dozen layers for them. */
function headersOf(protect: ReturnType<typeof helmet>): Map<string, string> {
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  protect(request, response, () => undefined)
  return new Map(Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]))
}
