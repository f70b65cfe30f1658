import type { Files } from './catalog-copy.ts'

/** The name of an eleventh item, which the shipped catalog does not have. */
export const NAME = '11-stale-object'
export const RULE = `rules/${NAME}.json`
export const EN = `kb/${NAME}/en.md.hbs`
export const FR = `kb/${NAME}/fr.md.hbs`
export const CASES = `test/cases/${NAME}.json`

const MESSAGE =
  'Stale Object Error : You and pat@example.com were working on this at the same time. pat@example.com finished before you did, so your work was not saved.'

/** QuickBooks' 5010 as an item: four data files, and nothing else. */
export const staleObject: Files = {
  [RULE]: {
    $schema: './rule.schema.json',
    conditions: {
      any: [
        { fact: 'text', operator: 'says', value: 'Stale Object Error' },
        {
          all: [
            { fact: 'text', operator: 'says', value: 'were working on this at the same time' },
            { fact: 'text', operator: 'matches', value: '\\bYou and .{1,100}? were working' },
          ],
        },
        {
          all: [
            { fact: 'text', operator: 'says', value: 'your work was not saved' },
            { fact: 'code', operator: 'equal', value: '5010' },
          ],
        },
      ],
    },
    event: {
      type: 'stale-object',
      params: {
        item: 11,
        message: MESSAGE,
        codes: ['5010'],
        published: ['invoice'],
        occursOn: ['client', 'service', 'invoice', 'payment', 'refund', 'expense'],
        retry: 'transient',
        actions: ['resync', 'skip'],
        captures: { user: '\\bYou and (?<user>.{1,100}?) were working' },
        source: {
          issueType: 'Invoices',
          description: 'Somebody else changed the record at the same time.',
          resolution: 'Resync.',
        },
      },
    },
  },

  [EN]: `# Changed by somebody else meanwhile

{{#if user}}While {{host.name}} was sending this change, **{{user}}** changed the same record in QuickBooks.{{else}}While {{host.name}} was sending this change, somebody changed the same record in QuickBooks.{{/if}} QuickBooks kept the other change and refused this one.

## How to fix it

Open the record in QuickBooks and see whether the other change is right. Then choose **{{host.resync}}**.

## How to check that it worked

- The record in QuickBooks holds both changes.

## Can I simply resync? Is the record already in the books?

Yes: a resync reads the record again first. This change is not in the books yet.

## What skip or delete leaves behind

**{{host.skip}}** leaves QuickBooks with the other change only.

## Prevent it

- Change synced records in {{host.name}} only.
`,

  [FR]: `# Modifié entre-temps par quelqu’un d’autre

{{#if user}}Pendant que {{host.name}} envoyait cette modification, **{{user}}** a modifié la même fiche dans QuickBooks.{{else}}Pendant que {{host.name}} envoyait cette modification, quelqu’un a modifié la même fiche dans QuickBooks.{{/if}} QuickBooks a gardé l’autre modification et refusé celle-ci.

## Comment corriger

Ouvrez la fiche dans QuickBooks et voyez si l’autre modification est juste. Choisissez ensuite **{{host.resync}}**.

## Comment vérifier que c’est réglé

- La fiche dans QuickBooks contient les deux modifications.

## Puis-je simplement relancer? L’opération est-elle déjà dans les livres?

Oui : relancer relit d’abord la fiche. Cette modification n’est pas encore dans les livres.

## Ce que laissent « Ignorer » et « Supprimer »

**{{host.skip}}** laisse dans QuickBooks l’autre modification seulement.

## Pour l’éviter

- Ne modifiez les fiches synchronisées que dans {{host.name}}.
`,

  [CASES]: {
    $schema: './case.schema.json',
    matches: [
      {
        name: 'an invoice that two people changed',
        failure: { error: MESSAGE, recordType: 'invoice' },
        captures: { user: 'pat@example.com' },
        certainty: 'exact',
        retry: 'transient',
      },
      {
        name: 'the message alone',
        failure: { error: { Fault: { Error: [{ Message: 'Stale Object Error', code: '5010' }] } } },
        captures: {},
        certainty: 'exact',
      },
      {
        name: 'the tail alone, where the code decides',
        failure: { error: { Fault: { Error: [{ Message: 'Your work was not saved.', code: '5010' }] } } },
        captures: {},
        certainty: 'inferred',
      },
      {
        name: 'the text beside another code',
        failure: { error: { Fault: { Error: [{ Message: 'Stale Object Error', code: '6000' }] } } },
        captures: {},
        conflicts: ['code'],
      },
    ],
    nearMisses: [
      {
        name: 'the code beside another text',
        failure: { error: { Fault: { Error: [{ Message: 'Business Validation Error', code: '5010' }] } } },
        item: null,
      },
      {
        name: 'a company that was reset',
        failure: { error: 'Company Reset: Request for CUD is stale' },
        item: null,
      },
      {
        name: 'a name that somebody else has taken meanwhile',
        failure: {
          error: 'Duplicate Name Exists Error: The name supplied already exists. : pat@example.com',
        },
        item: 'duplicate-name',
      },
    ],
  },
}
