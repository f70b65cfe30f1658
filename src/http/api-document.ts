import { $RefParser } from '@apidevtools/json-schema-ref-parser'
import type { Role } from '../domain/role.ts'
import path from 'node:path'

export interface ApiParameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
}

export interface ApiReference {
  readonly $ref: string
}

export interface ApiOperation {
  readonly operationId: string
  readonly parameters?: readonly (ApiParameter | ApiReference)[]
  readonly requestBody?: unknown
  /** Who may call it; everybody, or nobody but these roles. */
  readonly 'x-allow'?: readonly (Role | 'public')[]
  /** Its firm need not be there yet. */
  readonly 'x-firm'?: 'may-be-new'
}

/** The contract, as far as it is read by code of ours. */
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>
  readonly components: { readonly parameters: Readonly<Record<string, ApiParameter>> }
}

/** The contract as one document, with the address that callers reach us at. */
export async function apiDocument(root: string, publicUrl: string): Promise<ApiDocument> {
  const bundled = await $RefParser.bundle(path.join(root, 'openapi', 'openapi.yaml'))
  // The bundler leaves references from a path's file back to the main document as they were written.
  const whole = JSON.stringify(bundled).replaceAll('"../openapi.yaml#/', '"#/')
  return { ...JSON.parse(whole), servers: [{ url: publicUrl, description: 'This service' }] } as ApiDocument
}
