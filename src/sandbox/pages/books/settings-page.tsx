import type { CompanySettings } from '../../company/books/books.ts'
import { ActForm } from '../parts/act-form.tsx'
import { Frame, type Notice } from '../parts/frame.tsx'
import type { SandboxContext } from '../parts/sandbox-context.ts'
import { SelectField } from '../parts/select-field.tsx'
import { TextField } from '../parts/text-field.tsx'
import { BooksNav } from './books-nav.tsx'

interface Props extends SandboxContext {
  readonly base: string
  readonly settings: CompanySettings
  readonly notice: Notice | undefined
}

const SWITCHES = ['customTxnNumbers', 'warnDuplicateNumbers', 'autoApplyCredit', 'bookClosePassword'] as const

/** `/sandbox/books/{realmId}/settings`: Account and settings. */
export function SettingsPage({ base, settings, notice, ...page }: Props) {
  const { say } = page
  const onOff = [
    { value: 'on', label: say('sandbox.on') },
    { value: 'off', label: say('sandbox.off') },
  ]
  return (
    <Frame
      {...page}
      area="books"
      title={say('sandbox.books.settings')}
      path={`${base}/settings`}
      notice={notice}
    >
      <p class="lead">{settings.companyName}</p>
      <BooksNav {...page} base={base} current="settings" />
      <ActForm {...page} action={`${base}/settings`} label={say('sandbox.save')} primary>
        {SWITCHES.map((name) => (
          <SelectField
            form="settings"
            name={name}
            label={say(`sandbox.books.setting.${name}`)}
            value={settings[name] ? 'on' : 'off'}
            options={onOff}
          />
        ))}
        <TextField
          form="settings"
          name="bookCloseDate"
          label={say('sandbox.books.setting.bookCloseDate')}
          type="date"
          value={settings.bookCloseDate ?? ''}
          required={false}
        />
        <SelectField
          form="settings"
          name="subscription"
          label={say('sandbox.books.setting.subscription')}
          value={settings.subscription}
          options={[
            { value: 'active', label: say('sandbox.books.setting.subscription.active') },
            { value: 'ended', label: say('sandbox.books.setting.subscription.ended') },
          ]}
        />
        <SelectField
          form="settings"
          name="language"
          label={say('sandbox.books.setting.language')}
          value={settings.language}
          options={[
            { value: 'en', label: 'English' },
            { value: 'fr', label: 'Français' },
          ]}
        />
      </ActForm>
    </Frame>
  )
}
