/** A piece of text that knows where each of its characters stood in the raw failure. */
export class Passage {
  readonly text: string
  readonly #offsets: Uint32Array | undefined

  private constructor(text: string, offsets: Uint32Array | undefined) {
    this.text = text
    this.#offsets = offsets
  }

  static of(raw: string): Passage {
    return new Passage(raw, undefined)
  }

  /** The raw offset of the character at `index`; for the length, the raw offset behind the last character. */
  offset(index: number): number {
    return this.#offsets?.[Math.min(index, this.text.length)] ?? index
  }

  slice(start: number, end: number): Passage {
    const offsets = Uint32Array.from({ length: end - start + 1 }, (_, i) => this.offset(start + i))
    return new Passage(this.text.slice(start, end), offsets)
  }

  /** Replaces each match; the replacement stands where the match stood. `pattern` must be global. */
  replace(pattern: RegExp, replacement: (match: string) => string): Passage {
    const pieces: string[] = []
    const offsets: number[] = []
    let from = 0
    const keep = (to: number) => {
      pieces.push(this.text.slice(from, to))
      for (let i = from; i < to; i++) offsets.push(this.offset(i))
    }
    for (const match of this.text.matchAll(pattern)) {
      keep(match.index)
      const written = replacement(match[0])
      pieces.push(written)
      for (let i = 0; i < written.length; i++) offsets.push(this.offset(match.index))
      from = match.index + match[0].length
    }
    if (from === 0) return this
    keep(this.text.length)
    offsets.push(this.offset(this.text.length))
    return new Passage(pieces.join(''), Uint32Array.from(offsets))
  }

  trim(): Passage {
    const start = this.text.length - this.text.trimStart().length
    return this.slice(start, Math.max(start, this.text.trimEnd().length))
  }
}
