import { describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { Express } from 'express'
import path from 'node:path'
import supertest from 'supertest'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config/config.ts'
import { root } from '../../src/root.ts'
import { openLive } from '../../src/wiring/open-live.ts'
import { connectWebhooks } from '../../src/wiring/connect-webhooks.ts'
import { apiClient } from '../support/api-client.ts'
import { catalog } from '../support/catalog.ts'
import { faultsOf, withCatalogCopy } from '../support/catalog-copy.ts'
import { temporaryStorage } from '../support/temporary-storage.ts'
import { staleObject } from '../support/stale-object.ts'

const now = () => new Date()
const MORE = ['openapi', path.join('src', 'web', 'static')]

const ERROR =
  'Stale Object Error: Stale Object Error : You and Zoé Tremblay were working on this at the same time. Zoé Tremblay finished before you did, so your work was not saved. Entity=Invoice'

/** Serves the shipped catalog with the item `stale-object` added, as data only. */
const serving = <T>(use: (service: ReturnType<typeof clients>) => Promise<T>) =>
  withCatalogCopy(async (copy) => {
    await copy.write(staleObject)
    const read = readConfig({ RATE_LIMIT: '0' })
    if ('faults' in read) throw new Error(JSON.stringify(read.faults))
    const bugs: unknown[] = []
    const app = await createApp(copy.root)
    const stores = await app.stores(await temporaryStorage(), now)
    const onBug = (error: unknown) => bugs.push(error)
    const http = await app.http({
      config: read.config,
      stores,
      live: openLive({ stores, now, onError: onBug }),
      webhooks: connectWebhooks({ secretKeys: undefined, stores, allowPrivate: false, now }),
      newId: randomUUID,
      now,
      onBug,
      isReady: () => Promise.resolve(true),
    })
    const result = await use(clients(http))
    expect(bugs).toEqual([])
    return result
  }, MORE)

function clients(http: Express) {
  return { api: apiClient(http), pages: supertest(http) }
}

describe('an eleventh item, added as four data files', () => {
  it('leaves the catalog in order', async () => {
    const faults = await withCatalogCopy(async (copy) => {
      await copy.write(staleObject)
      return faultsOf(copy.root)
    })
    expect(faults).toEqual([])
    expect(Object.keys(staleObject)).toHaveLength(4)
  })

  it.each([
    ['its text', ERROR],
    [
      'its fault, as QuickBooks sends it',
      { Fault: { Error: [{ Message: 'Stale Object Error', Detail: ERROR, code: '5010' }] } },
    ],
  ])('is the diagnosis of %s', async (_what, error) => {
    await serving(async ({ api }) => {
      const answer = await api.post('/v1/diagnoses', {
        error,
        recordType: 'invoice',
        lang: 'fr',
        guide: 'markdown',
      })
      expect(answer.status).toBe(200)
      const { guide, ...diagnosis } = answer.as('Diagnosis')
      expect(diagnosis).toMatchObject({
        item: { number: 11, slug: 'stale-object', title: 'Modifié entre-temps par quelqu’un d’autre' },
        captures: { user: 'Zoé Tremblay' },
        retry: 'transient',
        certainty: 'exact',
        conflicts: [],
        actions: ['resync', 'skip'],
      })
      expect(guide?.body).toContain('**Zoé Tremblay** a modifié la même fiche')
    })
  })

  it('is the last of eleven rows of the table', async () => {
    await serving(async ({ api }) => {
      const { data } = (await api.get('/v1/error-items')).as('ErrorItemList')
      expect(data).toHaveLength(11)
      expect(data.at(-1)).toMatchObject({
        number: 11,
        slug: 'stale-object',
        title: 'Changed by somebody else meanwhile',
        codes: ['5010'],
        captures: ['user'],
      })
    })
  })

  it.each([
    ['en', 'Changed by somebody else meanwhile', 'How to fix it'],
    ['fr', 'Modifié entre-temps par quelqu’un d’autre', 'Comment corriger'],
  ])('has a page and an article of its own in %s', async (lang, title, section) => {
    await serving(async ({ api, pages }) => {
      const page = await pages.get(`/errors/stale-object?lang=${lang}`)
      expect(page.status).toBe(200)
      expect(page.text).toContain(`<html lang="${lang}`)
      expect(page.text).toContain(title)
      expect(page.text).toContain(section)
      const table = await pages.get(`/errors?lang=${lang}`)
      expect(table.text).toContain('/errors/stale-object')
      expect((await api.get(`/v1/error-items/stale-object?lang=${lang}`)).as('ErrorItem').title).toBe(title)
    })
  })

  it('takes nothing from the ten others', async () => {
    await serving(async ({ api }) => {
      for (const { item } of catalog.rules) {
        const answer = await api.post('/v1/diagnoses', { error: item.message })
        expect(answer.as('Diagnosis').item?.slug).toBe(item.slug)
      }
    })
  })

  it('is nothing that the shipped catalog knows', async () => {
    const { diagnose } = await createApp(root)
    expect((await diagnose({ error: ERROR })).item).toBeNull()
  })
})
