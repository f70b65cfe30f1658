import type { Behaviour } from '../../src/catalog/behaviour.ts'
import type { Diagnosis } from '../../src/domain/diagnosis.ts'
import type { Failure } from '../../src/domain/failure.ts'
import type { Guides } from '../../src/domain/guide.ts'

const UNRECOGNIZED: Diagnosis = {
  item: null,
  captures: {},
  retry: null,
  certainty: null,
  why: [],
  nearMisses: [],
  conflicts: [],
  faults: [],
  actions: [],
}

/** How a catalog behaves, as a test says it: what is not told is unrecognized, and no guide is asked for. */
export function behaviour(
  diagnose: (failure: Failure) => Partial<Diagnosis>,
  render: Guides['render'] = () => {
    throw new Error('no guide is asked for')
  },
): Behaviour {
  return {
    diagnose: (failure) => Promise.resolve({ ...UNRECOGNIZED, ...diagnose(failure) }),
    guides: { title: () => '', render },
  }
}
