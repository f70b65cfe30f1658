/** The parts of a guide's Markdown: the why before the first section, and the sections by heading, in order. */
export function articleParts(body: string): { readonly why: string; readonly sections: readonly string[] } {
  const [why = '', ...sections] = body.split(/^## .*$/mu).map((part) => part.trim())
  return { why, sections }
}
