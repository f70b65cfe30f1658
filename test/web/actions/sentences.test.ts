import { describe, expect, it } from '@jest/globals'
import { type OutcomeReason, outcomeReasons } from '../../../src/domain/outcome-reason.ts'
import { translate } from '../../../src/messages/translate.ts'

const en = translate('en')
const fr = translate('fr')
const sentencesIn = (text: string) => text.split(/[.?!](?:\s|$)/u).filter((one) => one !== '')

describe('what people read of how an action ended', () => {
  // That there is a sentence for each, in both languages, is demanded by the compiler.
  it.each(outcomeReasons)('says what happened and what comes next: %s', (reason: OutcomeReason) => {
    for (const say of [en, fr]) {
      expect(sentencesIn(say(`reason.${reason}`)).length).toBeGreaterThanOrEqual(2)
    }
    expect(en(`reason.${reason}`)).not.toBe(fr(`reason.${reason}`))
  })

  it('is different for every reason', () => {
    for (const say of [en, fr]) {
      expect(new Set(outcomeReasons.map((reason) => say(`reason.${reason}`))).size).toBe(
        outcomeReasons.length,
      )
    }
  })
})
