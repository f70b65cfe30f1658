import type { Entity } from '../../company/books/entity.ts'
import { ActForm } from '../parts/act-form.tsx'
import { Frame, type Notice } from '../parts/frame.tsx'
import type { SandboxContext } from '../parts/sandbox-context.ts'
import { SelectField } from '../parts/select-field.tsx'
import { TextField } from '../parts/text-field.tsx'
import { type BooksList, booksLists } from './books-list.ts'
import { BooksNav } from './books-nav.tsx'
import { entryFacts } from './entry-facts.ts'
import { labelOf } from './label-of.ts'
import { linksOf } from './links-of.ts'
import { membersOf } from './members.ts'

interface Props extends SandboxContext {
  readonly base: string
  readonly list: BooksList
  readonly entity: Entity
  /** All entries of another list, for forms that choose one. */
  readonly entriesOf: (entity: BooksList['entity']) => readonly Entity[]
  readonly notice: Notice | undefined
}

/** `/sandbox/books/{realmId}/{list}/{id}`: one entry, and what a person can do with it in QuickBooks. */
export function EntryPage({ base, list, entity, entriesOf, notice, ...page }: Props) {
  const { say, href } = page
  const members = membersOf(entity)
  const { Id, Active, DisplayName, Name, DocNumber, TotalAmt, Balance, IncomeAccountRef, Type } = members
  const path = `${base}/${list.slug}/${Id}`
  const label = labelOf(members, list, say)
  const links = linksOf(members)
  const choices = (name: BooksList['entity']) =>
    entriesOf(name).flatMap((one) => {
      const other = membersOf(one)
      return other.Active ? [{ value: one.Id, label: other.DisplayName ?? other.Name ?? one.Id }] : []
    })
  const others = choices(list.entity).filter(({ value }) => value !== Id)
  const isCredit = list.entity === 'Payment' && TotalAmt === 0
  return (
    <Frame {...page} area="books" title={label} path={path} notice={notice}>
      <p class="crumb">
        <a href={href(`${base}/${list.slug}`)}>{say(list.title)}</a>
      </p>
      <dl class="facts">
        {entryFacts(members, list, page).map((fact) => (
          <div>
            <dt>{say(fact.label)}</dt>
            <dd dir="auto">{fact.value}</dd>
          </div>
        ))}
      </dl>
      {links.length > 0 && (
        <section class="card">
          <h2>{say('sandbox.books.linked')}</h2>
          <ul>
            {links.map(({ type, id }) => {
              const target = booksLists.find((one) => one.entity === type)
              const words = say('sandbox.books.linkedTo', { type, id })
              return <li>{target ? <a href={href(`${base}/${target.slug}/${id}`)}>{words}</a> : words}</li>
            })}
          </ul>
        </section>
      )}
      <div class="acts">
        {list.kind === 'names' && (
          <ActForm {...page} action={`${path}/rename`} label={say('sandbox.books.rename')}>
            <TextField
              form="rename"
              name="name"
              label={say('sandbox.field.name')}
              value={DisplayName ?? Name ?? ''}
            />
          </ActForm>
        )}
        {list.kind === 'names' && (
          <ActForm
            {...page}
            action={`${path}/${Active ? 'make-inactive' : 'make-active'}`}
            label={say(Active ? 'sandbox.books.makeInactive' : 'sandbox.books.makeActive')}
            means={say(
              !Active
                ? 'sandbox.books.makeActive.means'
                : list.entity === 'Customer'
                  ? 'sandbox.books.makeInactive.customer'
                  : 'sandbox.books.makeInactive.means',
            )}
          />
        )}
        {list.entity === 'Item' && (
          <ActForm {...page} action={`${path}/income-account`} label={say('sandbox.books.changeAccount')}>
            <SelectField
              form="account"
              name="account"
              label={say('sandbox.books.fact.incomeAccount')}
              value={IncomeAccountRef?.value ?? ''}
              options={choices('Account')}
            />
          </ActForm>
        )}
        {list.entity === 'PaymentMethod' && (
          <ActForm
            {...page}
            action={`${path}/card`}
            label={say(Type === 'CREDIT_CARD' ? 'sandbox.books.noCard' : 'sandbox.books.card')}
          >
            <input
              type="hidden"
              name="type"
              value={Type === 'CREDIT_CARD' ? 'NON_CREDIT_CARD' : 'CREDIT_CARD'}
            />
          </ActForm>
        )}
        {list.kind === 'names' && others.length > 0 && (
          <ActForm
            {...page}
            action={`${path}/merge`}
            label={say('sandbox.books.merge')}
            means={say('sandbox.books.merge.means')}
          >
            <SelectField
              form="merge"
              name="into"
              label={say('sandbox.books.mergeInto')}
              value=""
              options={others}
            />
          </ActForm>
        )}
        {list.kind === 'documents' && (
          <ActForm {...page} action={`${path}/renumber`} label={say('sandbox.books.renumber')}>
            <TextField
              form="renumber"
              name="number"
              label={say('sandbox.field.number')}
              value={DocNumber ?? ''}
            />
          </ActForm>
        )}
        {list.entity === 'Invoice' && Balance !== null && Balance > 0 && (
          <ActForm {...page} action={`${path}/pay`} label={say('sandbox.books.pay')}>
            <TextField
              form="pay"
              name="amount"
              label={say('sandbox.field.amount')}
              value={Balance.toFixed(2)}
              inputMode="decimal"
            />
          </ActForm>
        )}
        {list.kind === 'documents' && (
          <ActForm
            {...page}
            action={`${path}/delete`}
            label={say(isCredit ? 'sandbox.books.unapply' : 'sandbox.books.delete')}
            means={say(isCredit ? 'sandbox.books.unapply.means' : 'sandbox.books.delete.means')}
          />
        )}
      </div>
      <BooksNav {...page} base={base} current={list.slug} />
    </Frame>
  )
}
