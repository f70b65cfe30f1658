import type { HostSettings } from '../../host/records/host-settings.ts'
import { ActForm } from '../parts/act-form.tsx'
import { Frame, type Notice } from '../parts/frame.tsx'
import type { SandboxContext } from '../parts/sandbox-context.ts'
import { TextField } from '../parts/text-field.tsx'
import { AccountField } from './account-field.tsx'
import type { Choice } from './choices-of.ts'
import { HostNav } from './host-nav.tsx'

interface Props extends SandboxContext {
  readonly settings: HostSettings
  /** Undefined: QuickBooks does not tell them now. */
  readonly accounts: readonly Choice[] | undefined
  readonly notice: Notice | undefined
}

const ACCOUNTS = [
  'serviceIncomeAccountId',
  'expenseAccountId',
  'expensePaymentId',
  'depositToAccountId',
] as const

/** `/sandbox/host/settings`: the settings of the sync, as an admin of the firm sets them. */
export function HostSettingsPage({ settings, accounts, notice, ...page }: Props) {
  const { say } = page
  return (
    <Frame
      {...page}
      area="host"
      title={say('sandbox.host.settings')}
      path="/sandbox/host/settings"
      notice={notice}
    >
      <HostNav {...page} current="settings" />
      {accounts === undefined && <p class="mistake">{say('sandbox.host.notTold')}</p>}
      <ActForm {...page} action="/sandbox/host/settings" label={say('sandbox.save')} primary>
        {ACCOUNTS.map((name) => (
          <AccountField
            form="settings"
            name={name}
            label={say(`sandbox.host.setting.${name}`)}
            value={settings[name]}
            none={say('sandbox.host.none')}
            accounts={accounts ?? []}
          />
        ))}
        <TextField
          form="settings"
          name="nextInvoiceNumber"
          label={say('sandbox.host.setting.nextInvoiceNumber')}
          value={String(settings.nextInvoiceNumber)}
          inputMode="numeric"
        />
      </ActForm>
    </Frame>
  )
}
