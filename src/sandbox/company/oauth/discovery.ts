interface Addresses {
  /** Where browsers reach the sandbox. */
  readonly publicUrl: string
  /** Where other programs reach it. */
  readonly internalUrl: string
}

/** The discovery document, with the members of Intuit's. */
export function discovery({ publicUrl, internalUrl }: Addresses) {
  return {
    issuer: `${internalUrl}/op/v1`,
    authorization_endpoint: `${publicUrl}/connect/oauth2`,
    token_endpoint: `${internalUrl}/oauth2/v1/tokens/bearer`,
    userinfo_endpoint: `${internalUrl}/v1/openid_connect/userinfo`,
    revocation_endpoint: `${internalUrl}/v2/oauth2/tokens/revoke`,
    jwks_uri: `${internalUrl}/op/v1/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid', 'email', 'profile', 'address', 'phone', 'com.intuit.quickbooks.accounting'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    claims_supported: ['aud', 'exp', 'iat', 'iss', 'realmid', 'sub'],
  }
}
