import type { Request, RequestHandler, Response } from 'express'
import { type AllowedAction, allowedActions } from '../../domain/allowed-actions.ts'
import type { Issue } from '../../domain/issue.ts'
import type { Problem } from '../../domain/problem.ts'
import type { Issues } from '../../issues/issues.ts'
import type { FirmScene, FirmScenes } from '../issues/firm-scene.ts'
import { mayAct } from '../issues/may-act.ts'

interface Needs {
  readonly scenes: FirmScenes
  readonly issues: Issues
  readonly refuse: (problem: Problem) => RequestHandler
  readonly now: () => Date
}

/** What somebody who may act asks to do something about. */
export interface Asked extends FirmScene {
  readonly issue: Issue
  /** Whether this can be done now, whether it helps, and why not. */
  readonly action: (kind: AllowedAction['kind']) => AllowedAction
}

export type ReadAsked = (request: Request, response: Response, next: () => void) => Promise<Asked | undefined>

/** What a request is about; undefined: it was refused. */
export function createReadAsked({ scenes, issues, refuse, now }: Needs): ReadAsked {
  return async (request, response, next) => {
    const scene = scenes.of(request, response)
    if (!mayAct(scene.visitor)) {
      refuse({ problem: 'forbidden' })(request, response, next)
      return undefined
    }
    const { issueId = '' } = request.params as Readonly<Record<string, string>>
    const issue = (await issues.get(scene.firm.id, issueId))?.doc
    if (issue === undefined) {
      refuse({ problem: 'not-found' })(request, response, next)
      return undefined
    }
    const allowed = allowedActions(issue, scene.visitor.role, now())
    return { ...scene, issue, action: (kind) => allowed.find((one) => one.kind === kind) ?? never(kind) }
  }
}

function never(kind: AllowedAction['kind']): AllowedAction {
  return { kind, allowed: false, recommended: false, reason: 'not-for-this-error', link: null }
}
