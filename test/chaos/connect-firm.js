/** Connects a firm to the sandbox as a person does: asks for an authorization, agrees on the page, and comes back. */
export async function connectFirm({ api, firmId, realmId }) {
  await api('PUT', `/v1/firms/${firmId}/members/owner`, { name: 'Ada Nowak', role: 'owner' })
  const address = `/v1/firms/${firmId}/quickbooks-connection`
  const { body } = await api('POST', `${address}/authorizations`, { member: 'owner' })
  const { origin, pathname, searchParams } = new URL(body.url)
  const agreed = await fetch(`${origin}${pathname}`, {
    method: 'POST',
    body: new URLSearchParams([...searchParams, ['realmId', realmId], ['decision', 'connect']]),
    redirect: 'manual',
  })
  await fetch(agreed.headers.get('location'), { redirect: 'manual' })
  const { status } = (await api('GET', address)).body
  if (status !== 'connected') throw new Error(`The firm is not connected: ${status}`)
}
