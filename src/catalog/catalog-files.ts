/** A file as it was read; `name` is its item's name, or its own. */
export interface JsonFile {
  readonly file: string
  readonly name: string
  readonly json: unknown
}

export interface ArticleFile {
  readonly file: string
  readonly name: string
  /** From the file's name: `en` of `en.md.hbs`. */
  readonly language: string
  readonly source: string
}

/** The files of the catalog, read and not yet understood. */
export interface CatalogFiles {
  readonly rules: readonly JsonFile[]
  readonly retry: JsonFile
  readonly languages: JsonFile
  readonly systems: readonly JsonFile[]
  readonly articles: readonly ArticleFile[]
  readonly cases: readonly JsonFile[]
  readonly schemas: {
    readonly rule: JsonFile
    readonly retry: JsonFile
    readonly case: JsonFile
    readonly languages: JsonFile
    readonly system: JsonFile
  }
  /** Files in the catalog's folders that are none of these. */
  readonly strays: readonly string[]
}
