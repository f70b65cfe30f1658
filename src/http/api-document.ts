import { $RefParser } from '@apidevtools/json-schema-ref-parser'
import path from 'node:path'

export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>
}

export interface ApiOperation {
  readonly operationId: string
  readonly parameters?: readonly { readonly name?: string; readonly $ref?: string }[]
  readonly requestBody?: unknown
}

/** The contract as one document, with the address that callers reach us at. */
export async function apiDocument(root: string, publicUrl: string): Promise<ApiDocument> {
  const bundled = await $RefParser.bundle(path.join(root, 'openapi', 'openapi.yaml'))
  // The bundler leaves references from a path's file back to the main document as they were written.
  const whole = JSON.stringify(bundled).replaceAll('"../openapi.yaml#/', '"#/')
  return { ...JSON.parse(whole), servers: [{ url: publicUrl, description: 'This service' }] } as ApiDocument
}
