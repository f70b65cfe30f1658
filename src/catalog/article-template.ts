import Handlebars from 'handlebars'

export interface ArticleVariable {
  readonly name: string
  /** Whether it is written out (`{{x}}`) rather than asked about (`{{#if x}}`). */
  readonly written: boolean
  /** The variables whose `{{#if}}` it stands in. */
  readonly guards: readonly string[]
}

export interface ArticleTemplate {
  readonly variables: readonly ArticleVariable[]
  /** Constructs that articles may not use, as a person would name them. */
  readonly forbidden: readonly string[]
}

const BLOCKS = new Set(['if', 'unless', 'each'])

/** What an article's template uses, from its syntax tree. Throws where Handlebars cannot parse it. */
export function articleTemplate(source: string): ArticleTemplate {
  const variables: ArticleVariable[] = []
  const forbidden: string[] = []
  walk(Handlebars.parse(source).body, [])
  return { variables, forbidden }

  function walk(body: readonly hbs.AST.Statement[], guards: readonly string[]): void {
    for (const statement of body) visit(statement, guards)
  }

  function visit(statement: hbs.AST.Statement, guards: readonly string[]): void {
    if (isType<hbs.AST.ContentStatement>(statement, 'ContentStatement')) return
    if (isType<hbs.AST.MustacheStatement>(statement, 'MustacheStatement')) {
      if (!statement.escaped) forbidden.push('a triple mustache')
      if (statement.params.length > 0 || hasHash(statement)) forbidden.push('a helper')
      variables.push({ name: nameOf(statement.path), written: true, guards })
      return
    }
    if (isType<hbs.AST.BlockStatement>(statement, 'BlockStatement')) {
      const block = nameOf(statement.path)
      if (!BLOCKS.has(block)) forbidden.push(`the block ${block}`)
      if (hasHash(statement)) forbidden.push(`options of ${block}`)
      const asked = statement.params.map(nameOf)
      for (const name of asked) variables.push({ name, written: false, guards })
      const inside = block === 'unless' ? guards : [...guards, ...asked]
      walk(statement.program.body, inside)
      walk(inverseOf(statement), block === 'unless' ? [...guards, ...asked] : guards)
      return
    }
    forbidden.push(statement.type)
  }

  function nameOf(expression: hbs.AST.Expression): string {
    if (
      isType<hbs.AST.PathExpression>(expression, 'PathExpression') &&
      expression.depth === 0 &&
      !expression.data
    ) {
      return expression.parts.join('.')
    }
    forbidden.push(`an expression of type ${expression.type}`)
    return ''
  }
}

// The library's types promise both members always; its parser leaves them out.
function hasHash({ hash }: { readonly hash?: hbs.AST.Hash }): boolean {
  return hash !== undefined
}

function inverseOf({ inverse }: { readonly inverse?: hbs.AST.Program }): readonly hbs.AST.Statement[] {
  return inverse?.body ?? []
}

function isType<N extends hbs.AST.Node>(node: hbs.AST.Node, type: N['type'] | string): node is N {
  return node.type === type
}
