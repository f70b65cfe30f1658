import { EventEmitter } from 'node:events'

/** What parts of this process tell each other, so that none has to wait until it looks again by itself. */
interface Heard {
  /** There is something to do at once. */
  due: []
  /** An issue was skipped, or taken back, and its host is to be told. */
  decided: []
  /** Something of a firm has changed. */
  changed: [firmId: string]
  /** Somebody is to be told something. */
  news: []
  /** An endpoint is to be called. */
  deliver: []
  /** The firm's log has more in it. */
  logged: [firmId: string]
}

export function createSignals() {
  const emitter = new EventEmitter<Heard>()
  // Every open stream of a firm listens.
  emitter.setMaxListeners(0)
  return {
    emit<K extends keyof Heard>(name: K, ...said: Heard[K]): void {
      ;(emitter as EventEmitter).emit(name, ...said)
    },
    /** The answer ends it. */
    on<K extends keyof Heard>(name: K, listener: (...said: Heard[K]) => void): () => void {
      const plain = emitter as EventEmitter
      plain.on(name, listener as (...said: unknown[]) => void)
      return () => void plain.off(name, listener as (...said: unknown[]) => void)
    },
  }
}

export type Signals = ReturnType<typeof createSignals>
