import 'json-rules-engine'

// `evaluate` is public in the library's documentation and missing from its types.
declare module 'json-rules-engine' {
  interface Rule {
    evaluate(almanac: Almanac): Promise<RuleResult>
    setEngine(engine: Engine): this
  }
}
