/** A document as JSON. Half a surrogate pair becomes U+FFFD, as UTF-8 cannot hold it. */
export function toJson(doc: unknown): string {
  const json = JSON.stringify(doc)
  // Only halves are escaped this way; looking at every text costs more than writing the JSON does.
  return json.includes('\\ud') ? JSON.stringify(doc, wellFormed) : json
}

function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value
}
