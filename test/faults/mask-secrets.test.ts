import { describe, expect, it } from '@jest/globals'
import { maskSecrets } from '../../src/faults/mask-secrets.ts'

const LONG = 'Ab1-._~+/='

describe('a secret', () => {
  it.each([
    [`Bearer ${LONG} was refused`, 'Bearer ••• was refused'],
    [`BASIC  ${LONG}`, 'BASIC  •••'],
    [`Authorization: Bearer ${LONG}`, 'Authorization: Bearer •••'],
    [`authorization=${LONG};`, 'authorization=•••;'],
    [`"authorization": "Basic ${LONG}"`, '"authorization": "Basic •••"'],
    [`Token expired: ${LONG}`, 'Token expired: •••'],
    [`Token expired:${LONG}`, 'Token expired:•••'],
    [`token not found: ${LONG}`, 'token not found: •••'],
    [`token not found:${LONG}`, 'token not found:•••'],
    [`access_token=${LONG}&x=1`, 'access_token=•••&x=1'],
    [`accessToken: '${LONG}'`, "accessToken: '•••'"],
    [`refresh_token => ${LONG}`, 'refresh_token => •••'],
    [`refreshtoken : ${LONG}`, 'refreshtoken : •••'],
    [`id_token="${LONG}"`, 'id_token="•••"'],
    [`idToken=${LONG}`, 'idToken=•••'],
    [`{"client_secret":"${LONG}"}`, '{"client_secret":"•••"}'],
    [`clientSecret=${LONG}`, 'clientSecret=•••'],
    [`{\\"secret\\": \\"${LONG}\\"}`, '{\\"secret\\": \\"•••\\"}'],
    [`api_key=${LONG}`, 'api_key=•••'],
    [`api-key: a, apikey: ${LONG}`, 'api-key: a, apikey: •••'],
    [`apiKey=${LONG}`, 'apiKey=•••'],
    ['password: secret', 'password: •••'],
    ['passwd=hunter2', 'passwd=•••'],
    ['(eyJhbGciOiJ9.payload.signature)', '(•••)'],
    ['eyJhbGciOiJ9....tag', '•••'],
    [`RT1${'a'.repeat(20)}.`, '•••.'],
    [`AB11${'-'.repeat(20)}x`, '•••'],
    ['sk_live_Abcd1234', '•••'],
    ['pk_test_Abcd1234', '•••'],
    ['rk_live_Abcd1234!', '•••!'],
  ])('is taken out of %s', (text, masked) => {
    expect(maskSecrets(text)).toBe(masked)
  })

  it('is taken out as often as it stands there, of each kind', () => {
    expect(maskSecrets(`Bearer ${LONG} and Bearer ${LONG}, password=${LONG}`)).toBe(
      'Bearer ••• and Bearer •••, password=•••',
    )
  })
})

describe('what only resembles a secret', () => {
  it.each([
    'Bearer token',
    'Forbearer 123456789',
    'a basic rule',
    'Token expired: today',
    'token not found: here',
    'tokens: 123456789',
    'password: short',
    'the password is secret enough',
    'monkey=123456789',
    'eyJhbGciOiJ9 has no dots',
    'eyJ.short.one',
    'heyJhbGciOiJ9.payload.signature',
    'AB11short',
    `CRT1${'a'.repeat(20)}`,
    'RT1 of nineteen signs',
    `RT1${'a'.repeat(19)}`,
    'sk_live_short',
    'ask_live_Abcd1234',
    'sk_dev_Abcd1234',
    'ak_test_Abcd1234',
  ])('stays: %s', (text) => {
    expect(maskSecrets(text)).toBe(text)
  })
})
