import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

interface Allowed {
  /** Styles in the page itself: for the API's documentation only, which needs them. */
  readonly styles?: "'unsafe-inline'"
  /** Frames in the page: for mails, which are shown apart. */
  readonly frames?: "'self'"
  /** Where forms of ours lead by way of a redirect, which browsers ask about too. */
  readonly forms?: readonly string[]
}

/** Security headers, with what a page needs beyond what all pages may do. */
export function securityHeaders(
  publicUrl: string,
  { styles, frames, forms = [] }: Allowed = {},
): RequestHandler {
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
          formAction: ["'self'", ...forms],
          frameAncestors: ["'none'"],
          ...(frames !== undefined && { frameSrc: [frames] }),
          imgSrc: ["'self'", 'data:'],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'", ...(styles === undefined ? [] : [styles])],
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
