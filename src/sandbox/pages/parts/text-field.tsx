interface Props {
  /** Its name in the form; with the form's own name, its id on the page. */
  readonly name: string
  readonly form: string
  readonly label: string
  readonly value: string
  readonly type?: 'text' | 'date'
  readonly inputMode?: 'decimal' | 'numeric'
  readonly required?: boolean
}

export function TextField({ name, form, label, value, type = 'text', inputMode, required = true }: Props) {
  const id = `${form}-${name}`
  const common = { id, name, value, required, autocomplete: 'off', dir: 'auto' } as const
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {type === 'date' ? (
        <input type="date" {...common} />
      ) : (
        <input type="text" inputMode={inputMode} {...common} />
      )}
    </div>
  )
}
