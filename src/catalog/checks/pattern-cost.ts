import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp'

/**
 * How many ways a pattern can be tried from one starting position, at most; infinite for a quantifier without a bound.
 * Throws a SyntaxError for what is no pattern.
 */
export function patternCost(pattern: string): number {
  const parsed = new RegExpParser().parsePattern(pattern, 0, pattern.length, { unicode: true })
  const backreferences: AST.Backreference[] = []
  visitRegExpAST(parsed, { onBackreferenceEnter: (found) => backreferences.push(found) })
  return backreferences.length > 0 ? Infinity : alternatives(parsed.alternatives)
}

function alternatives(list: readonly AST.Alternative[]): number {
  return list.reduce((sum, { elements }) => sum + elements.reduce((product, e) => product * element(e), 1), 0)
}

function element(node: AST.Element): number {
  if (node.type === 'Quantifier') return quantifier(node)
  return 'alternatives' in node ? alternatives(node.alternatives) : 1
}

function quantifier({ min, max, element: repeated }: AST.Quantifier): number {
  const once = element(repeated)
  const choices = max - min + 1
  return once === 1 ? choices : choices * once ** max
}
