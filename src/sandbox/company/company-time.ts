/** Where the sample company lies, as Intuit's does. */
const ZONE = 'America/Los_Angeles'

const parts = new Intl.DateTimeFormat('en-US', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'longOffset',
})

/** A time as an answer tells it: in the company's zone, with milliseconds and offset, `2026-03-02T01:41:00.123-08:00`. */
export function companyTime(at: Date): string {
  const part = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]))
  const milliseconds = String(at.getMilliseconds()).padStart(3, '0')
  const offset = part.timeZoneName?.replace('GMT', '') ?? ''
  const day = `${part.year}-${part.month}-${part.day}`
  return `${day}T${part.hour}:${part.minute}:${part.second}.${milliseconds}${offset}`
}
