import { describe, expect, it } from '@jest/globals'
import { createTellHost } from '../../src/actions/create-tell-host.ts'
import type { Action } from '../../src/domain/action.ts'
import type { Issue } from '../../src/domain/issue.ts'
import { newAction } from '../../src/domain/new-action.ts'
import type { Host } from '../../src/host/host.ts'
import { host as actor, issueOf, NOW } from '../support/readings.ts'

function decided(kind: Action['kind'], number = 1): Issue {
  const issue = issueOf()
  const id = `act_${number}`
  const beginning = { id, kind, state: 'succeeded', actor, note: null, createdAt: NOW, dueAt: null } as const
  return { ...issue, action: newAction(issue, beginning) }
}

/** A host that writes down what it is told, and answers when it is let. */
function aHost() {
  const told: string[] = []
  let atOnce = 0
  let most = 0
  const hear = (what: string) => async (record: { readonly id: string }, callId: string) => {
    told.push(`${what} ${record.id} ${callId}`)
    most = Math.max(most, (atOnce += 1))
    await new Promise(setImmediate)
    atOnce -= 1
    return { outcome: 'told' } as const
  }
  const unused = () => Promise.reject(new Error('It is not asked for this.'))
  const host: Host = {
    read: unused,
    synced: unused,
    push: unused,
    deleteService: unused,
    skipped: hear('skipped'),
    reopened: hear('reopened'),
  }
  return { host, told, most: () => most }
}

describe('a decision', () => {
  it('is told to the host of the record, and nothing else is', async () => {
    const { host, told } = aHost()
    const hosts = createTellHost({
      hostOf: async () => host,
      onError: (error) => {
        throw error
      },
    })
    for (const kind of ['skip', 'reopen', 'resync', 'delete'] as const) hosts.add(decided(kind))
    await hosts.idle()
    expect(told).toEqual(['skipped inv_1 act_1-skipped', 'reopened inv_1 act_1-reopened'])
  })

  it('is told to few at once, however many are taken', async () => {
    const { host, told, most } = aHost()
    const hosts = createTellHost({
      hostOf: async () => host,
      onError: (error) => {
        throw error
      },
    })
    for (let i = 0; i < 100; i += 1) hosts.add(decided('skip', i))
    await hosts.idle()
    expect(told).toHaveLength(100)
    expect(most()).toBeLessThanOrEqual(4)
  })

  it('is told to nobody where the host has no address, and what goes wrong stops nothing', async () => {
    const { host, told } = aHost()
    const errors: unknown[] = []
    const answers: (() => Host | undefined)[] = [
      () => undefined,
      () => {
        throw new Error('the secret does not open')
      },
      () => host,
    ]
    const hosts = createTellHost({
      hostOf: async () => answers.shift()?.(),
      onError: (_error, issueId) => errors.push(issueId),
    })
    for (let i = 0; i < 3; i += 1) hosts.add(decided('skip', i))
    await hosts.idle()
    expect(told).toEqual(['skipped inv_1 act_2-skipped'])
    expect(errors).toEqual(['iss_1'])
  })
})
