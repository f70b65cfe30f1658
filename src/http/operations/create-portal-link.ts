import type { Handler } from '../handler.ts'
import { invalidRequest } from '../invalid-request.ts'

/** Makes a link that signs a member in. */
export const createPortalLink: Handler<'createPortalLink'> = async ({ body }, context) => {
  const { firm, members, portal, publicUrl } = context
  const firmId = firm.doc.id
  if ((await members.get(firmId, body.member)) === undefined) {
    return invalidRequest({ in: 'body', pointer: '/member', code: 'unknown' })
  }
  const signIn = { firmId, memberId: body.member, language: body.lang ?? null }
  const { token, expiresAt } = await portal.createLink(signIn)
  return { status: 201, body: { url: `${publicUrl}/portal/${token}`, expiresAt } }
}
