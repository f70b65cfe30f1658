import type { VNode } from 'preact'
import type { Issue } from '../../domain/issue.ts'
import type { Asked } from './create-read-asked.ts'
import { DeletePage } from './delete-page.tsx'

interface Needs {
  /** Whether an open issue of the firm needs this service. */
  readonly isNeeded: (service: Issue) => Promise<boolean>
  readonly newId: () => string
}

export type DeleteView = (asked: Asked, mistake?: string) => Promise<VNode>

/** The page before a deletion; also what comes back where the name was mistyped. */
export function createDeleteView({ isNeeded, newId }: Needs): DeleteView {
  return async ({ firm, page, issue, action }, mistake) => {
    const props = { issue, deletion: action('delete'), hasHost: firm.host !== null, mistake }
    return <DeletePage {...page} {...props} isNeeded={await isNeeded(issue)} formId={newId()} />
  }
}
