interface StreamEvent {
  /** Where in the firm's log its reader is once it has come; without one, it is not asked for again. */
  readonly place?: number
  readonly type: string
  readonly data: unknown
}

/** One event as `text/event-stream` has it: JSON has no line ends that would have to be escaped. */
export function eventText({ place, type, data }: StreamEvent): string {
  const id = place === undefined ? '' : `id: ${place}\n`
  return `${id}event: ${type}\ndata: ${JSON.stringify(data)}\n\n`
}
