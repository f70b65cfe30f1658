import { client } from './client.ts'

/** Whether the request comes from the registered application: by Basic authentication, or by what stands in the form. */
export function isClient(authorization: string | undefined, form: URLSearchParams): boolean {
  const basic = /^Basic ([A-Za-z0-9+/=]{1,1000})$/u.exec(authorization ?? '')?.[1]
  if (basic !== undefined) {
    return Buffer.from(basic, 'base64').toString() === `${client.id}:${client.secret}`
  }
  return form.get('client_id') === client.id && form.get('client_secret') === client.secret
}
