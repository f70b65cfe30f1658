import type { Visitor } from '../visits.ts'

/** Whether somebody may do something about a firm's issues; the others read. */
export function mayAct({ role }: Visitor): boolean {
  return role !== 'staff'
}
