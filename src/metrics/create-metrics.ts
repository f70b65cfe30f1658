import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'
import type { AnsweredRequest } from '../http/answered-request.ts'

/** What operators measure. No label names a firm: there are many, and their names are nobody's business. */
export function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'syncdoctor_' })
  const requests = new Histogram({
    name: 'syncdoctor_http_request_duration_seconds',
    help: 'How long requests took.',
    labelNames: ['method', 'route', 'status_class'],
    buckets: [0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
    registers: [registry],
  })
  const reports = new Counter({
    name: 'syncdoctor_failure_reports_total',
    help: 'What became of reported failures, by error item.',
    labelNames: ['report', 'item'],
    registers: [registry],
  })
  return {
    countRequest({ method, route, status, milliseconds }: AnsweredRequest): void {
      const labels = { method, route, status_class: `${Math.floor(status / 100)}xx` }
      requests.observe(labels, milliseconds / 1000)
    },
    countReport(report: string, item: string): void {
      reports.inc({ report, item })
    },
    /** All of it in the text format of Prometheus. */
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}

export type Metrics = ReturnType<typeof createMetrics>
