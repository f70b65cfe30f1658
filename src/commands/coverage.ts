import { text } from 'node:stream/consumers'
import { createApp } from '../app.ts'
import { clusters } from '../diagnosis/clusters.ts'
import { root } from '../root.ts'

/** `syncdoctor coverage`: how much of many failures is recognised, and what to write rules for next. */
export async function runCoverage({ json }: { readonly json?: boolean }): Promise<void> {
  const failures = (await text(process.stdin)).split('\n').filter((line) => line.trim() !== '')
  const { diagnose } = await createApp(root)
  const items: Record<string, number> = {}
  const unrecognized: string[] = []
  for (const line of failures) {
    const { item, faults } = await diagnose({ error: failureOf(line) })
    if (item === null) unrecognized.push(faults[0]?.text ?? line)
    else items[item.slug] = (items[item.slug] ?? 0) + 1
  }
  const coverage = {
    total: failures.length,
    recognized: failures.length - unrecognized.length,
    items,
    clusters: clusters(unrecognized),
  }
  console.log(json ? JSON.stringify(coverage, null, 2) : report(coverage))
}

/** A line is a text; a line of JSON is the failure as it was reported, or the answer of QuickBooks itself. */
function failureOf(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && 'error' in value ? value.error : value
  } catch {
    return line
  }
}

interface Coverage {
  readonly total: number
  readonly recognized: number
  readonly items: Readonly<Record<string, number>>
  readonly clusters: ReturnType<typeof clusters>
}

function report({ total, recognized, items, clusters }: Coverage): string {
  const share = total === 0 ? 0 : Math.round((100 * recognized) / total)
  const counts = Object.entries(items).sort(([, a], [, b]) => b - a)
  return [
    `${recognized} of ${total} recognized (${share} %)`,
    ...counts.map(([slug, count]) => `${String(count).padStart(7)}  ${slug}`),
    ...(clusters.length > 0 ? ['', 'Not recognized, most frequent first:'] : []),
    ...clusters.flatMap(({ text, count, draft }) => [
      `${String(count).padStart(7)}  ${text}`,
      `         a rule to start from says ${JSON.stringify(draft.rule.conditions.any[0].value)}`,
    ]),
    ...(clusters.length > 0 ? ['', '--json prints the drafts of rules and cases.'] : []),
  ].join('\n')
}
