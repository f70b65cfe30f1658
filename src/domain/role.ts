/** Roles of people in a firm, the most powerful first. */
export const memberRoles = ['owner', 'admin', 'staff'] as const

export type MemberRole = (typeof memberRoles)[number]

/** `integrator` is the host's own key, for all firms or one; `support` reads across firms and performs nothing. */
export const roles = [...memberRoles, 'integrator', 'support'] as const

export type Role = (typeof roles)[number]
