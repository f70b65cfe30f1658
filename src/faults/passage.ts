/** A piece of text that knows where each of its characters stood in the raw failure. */
export class Passage {
  readonly text: string
  /** Raw offsets, one for each character and one for the end; undefined: the text is the raw text from `#base` on. */
  readonly #offsets: Uint32Array | undefined
  readonly #base: number

  private constructor(text: string, offsets: Uint32Array | undefined, base: number) {
    this.text = text
    this.#offsets = offsets
    this.#base = base
  }

  static of(raw: string): Passage {
    return new Passage(raw, undefined, 0)
  }

  /** The raw offset of the character at `index`; for the length, the raw offset behind the last character. */
  offset(index: number): number {
    return this.#offsets?.[Math.min(index, this.text.length)] ?? this.#base + index
  }

  slice(start: number, end: number): Passage {
    const text = this.text.slice(start, end)
    return this.#offsets === undefined
      ? new Passage(text, undefined, this.#base + start)
      : new Passage(text, this.#offsets.subarray(start, end + 1), 0)
  }

  /** Replaces each match; the replacement stands where the match stood. `pattern` must be global and match no empty text. */
  replace(pattern: RegExp, replacement: (match: string) => string): Passage {
    const edits: { from: number; to: number; written: string }[] = []
    let grown = 0
    pattern.lastIndex = 0
    for (let match = pattern.exec(this.text); match !== null; match = pattern.exec(this.text)) {
      const written = replacement(match[0])
      edits.push({ from: match.index, to: pattern.lastIndex, written })
      grown += written.length - match[0].length
    }
    if (edits.length === 0) return this
    const offsets = new Uint32Array(this.text.length + grown + 1)
    const pieces: string[] = []
    let read = 0
    let wrote = 0
    const keep = (to: number) => {
      pieces.push(this.text.slice(read, to))
      while (read < to) offsets[wrote++] = this.offset(read++)
    }
    for (const { from, to, written } of edits) {
      keep(from)
      pieces.push(written)
      offsets.fill(this.offset(from), wrote, wrote + written.length)
      wrote += written.length
      read = to
    }
    keep(this.text.length)
    offsets[wrote] = this.offset(this.text.length)
    return new Passage(pieces.join(''), offsets, 0)
  }

  /** Another text that stands for this one, all of it at this one's start. */
  spread(text: string): Passage {
    const offsets = new Uint32Array(text.length + 1).fill(this.offset(0))
    offsets[text.length] = this.offset(this.text.length)
    return new Passage(text, offsets, 0)
  }

  trim(): Passage {
    const start = this.text.length - this.text.trimStart().length
    return this.slice(start, Math.max(start, this.text.trimEnd().length))
  }
}
