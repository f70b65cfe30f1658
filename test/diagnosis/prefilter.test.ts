import { describe, expect, it } from '@jest/globals'
import { createPrefilter } from '../../src/diagnosis/prefilter.ts'
import { code, says } from '../support/judged.ts'

describe('the rules that can matter for a text', () => {
  const [jam, tray, both] = ['jam', 'tray', 'both']
  const candidatesOf = createPrefilter([
    { name: jam, conditions: { any: [says('paper jam')] } },
    { name: tray, conditions: { all: [says('in tray'), code('1')] } },
    { name: both, conditions: { any: [says('Paper Jam'), { all: [says('in tray'), says('of ink')] }] } },
  ])
  const names = (text: string) => candidatesOf(text).map(({ name }) => name)

  it('are those with a phrase in it, in their own order and each once', () => {
    expect(names('in tray 2: a paper jam, in tray 3: a paper jam')).toEqual([jam, tray, both])
    expect(names('out of ink')).toEqual([both])
    expect(names('a paper JAM')).toEqual([jam, both])
  })

  it('are none where it says nothing that a rule waits for', () => {
    expect(names('all is well')).toEqual([])
    expect(createPrefilter([])('a paper jam')).toEqual([])
  })

  it('stay in their order however many they are', () => {
    const many = Array.from({ length: 12 }, (_, i) => ({
      i,
      conditions: says(`word ${String.fromCharCode(97 + i)}`),
    }))
    const text = many
      .map(({ conditions }) => String(conditions.value))
      .toReversed()
      .join(', ')
    expect(createPrefilter(many)(text).map(({ i }) => i)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  })
})
