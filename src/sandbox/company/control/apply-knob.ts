import type { z } from 'zod'
import type { knobSchema } from '../knobs/knob.ts'
import type { Knobs } from '../knobs/knobs.ts'
import type { Grants } from '../oauth/grants.ts'
import type { Realms } from '../realms/create-realms.ts'
import type { Settings } from '../settings.ts'

interface Needs {
  readonly realms: Realms
  readonly grants: Grants
  readonly knobs: Knobs
  readonly settings: Settings
}

type Knob = z.infer<typeof knobSchema>

interface KnobProblem {
  readonly pointer: string
  readonly detail: string
}

/** Does what a knob says; answers what is wrong with it. */
export function applyKnob({ realms, grants, knobs, settings }: Needs, knob: Knob): KnobProblem | undefined {
  switch (knob.knob) {
    case 'monthly-limit':
      knobs.setLasting(knob.knob)
      break
    case 'kill-former-refresh-token':
      knobs.setLasting(knob.knob)
      grants.killFormer()
      break
    case 'expire-access-tokens':
      grants.expireAccess()
      break
    case 'lose-refresh-answer':
      knobs.set({
        knob: 'commit-then-drop',
        match: 'post bearer refresh_token',
        times: knob.times,
      })
      break
    case 'settings': {
      const { realmId, company, limits, monthlyReads, nameListsIgnoreRequestId } = knob
      const ids = realms.ids()
      if (realmId !== undefined && !ids.includes(realmId)) {
        return { pointer: '/realmId', detail: `There is no company ${realmId}.` }
      }
      if (limits !== undefined) settings.limits = limits === 0 ? null : limits
      settings.monthlyReads = monthlyReads ?? settings.monthlyReads
      settings.nameListsIgnoreRequestId = nameListsIgnoreRequestId ?? settings.nameListsIgnoreRequestId
      if (company !== undefined) {
        for (const id of realmId === undefined ? ids : [realmId]) {
          realms.person(id, { act: 'change-settings', settings: company })
        }
      }
      break
    }
    default:
      knobs.set(knob)
  }
  return undefined
}
