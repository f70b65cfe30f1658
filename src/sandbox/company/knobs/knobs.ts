import type { LastingKnob, RequestKnob } from './knob.ts'

interface Call {
  /** Of the request, in small letters: its method, resource and operation. */
  readonly words: readonly string[]
  readonly realmId: string | undefined
}

/** The faults that are set. They hold for as many requests as they say, and until they are cleared. */
export function createKnobs() {
  let waiting: RequestKnob[] = []
  let lasting = new Set<LastingKnob>()
  let release: () => void = () => undefined
  let released = new Promise<void>((resolve) => (release = resolve))
  let holding = 0

  const take = ({ words, realmId }: Call, isWanted: (knob: RequestKnob) => boolean) => {
    const found = waiting.find(
      (knob) =>
        isWanted(knob) &&
        (knob.realmId === undefined || knob.realmId === realmId) &&
        wordsOf(knob.match).every((word) => words.includes(word)),
    )
    if (found === undefined) return undefined
    waiting = waiting.flatMap((knob) =>
      knob !== found ? [knob] : knob.times > 1 ? [{ ...knob, times: knob.times - 1 }] : [],
    )
    return found
  }

  return {
    set: (knob: RequestKnob): void => void waiting.push(knob),
    setLasting: (knob: LastingKnob): void => void lasting.add(knob),
    has: (knob: LastingKnob): boolean => lasting.has(knob),
    /** The fault this request meets before it is performed, counted down. */
    take: (call: Call): RequestKnob | undefined => take(call, ({ knob }) => knob !== 'fault-in-200'),
    /** Whether this request, which was refused, is to be refused with a 200. */
    takeFaultIn200: (call: Call): boolean => take(call, ({ knob }) => knob === 'fault-in-200') !== undefined,
    list: (): readonly object[] => [...waiting, ...[...lasting].map((knob) => ({ knob }))],
    /** Holds a request until the knobs are cleared, or it is over. */
    async hold(over: Promise<unknown>): Promise<void> {
      holding += 1
      await Promise.race([released, over])
      holding -= 1
    },
    /** How many requests are held. */
    holding: (): number => holding,
    clear(): void {
      waiting = []
      lasting = new Set()
      release()
      released = new Promise<void>((resolve) => (release = resolve))
    },
  }
}

export type Knobs = ReturnType<typeof createKnobs>

function wordsOf(match: string): readonly string[] {
  return match
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '')
}
