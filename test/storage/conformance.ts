import { describe } from '@jest/globals'
import type { Backend } from './backend.ts'
import { describePages } from './pages.ts'
import { describeProcesses } from './processes.ts'
import { describeTallies } from './tallies.ts'
import { describeWalks } from './walks.ts'
import { describeWords } from './words.ts'
import { describeWrites } from './writes.ts'

/** What every storage must do. */
export function describeStorage(name: string, backend: Backend): void {
  describe(name, () => {
    describeWrites(backend)
    describePages(backend)
    describeWalks(backend)
    describeWords(backend)
    describeTallies(backend)
    describeProcesses(backend)
  })
}
