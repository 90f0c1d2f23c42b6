import type { SessionApp, UserStatus } from '@mozhou/contracts/accounts/kinds'
import type { ErrorCode } from '@mozhou/contracts/errors'
import { mayUseAdmin } from '@mozhou/contracts/permissions'
import type { Role } from '@mozhou/contracts/roles'

export interface SessionFacts {
  app: SessionApp
  expiresAt: Date
  revokedAt: Date | null
  role: Role
  userStatus: UserStatus
}

/** Why this session may not go on, or null. A suspended person is told so, although suspension revokes sessions too. */
export function whySessionUnusable(session: SessionFacts, now: Date): ErrorCode | null {
  const refusal = whyAccountUnusable(session.userStatus)
  if (refusal) return refusal
  if (session.revokedAt !== null) return 'SESSION_REVOKED'
  if (session.expiresAt <= now) return 'SESSION_EXPIRED'
  return whyAppRefused(session.app, session.role)
}

/** For whoever has proven who they are. A deleted account has nothing left that could be shown. */
export function whyAccountUnusable(status: UserStatus): ErrorCode | null {
  switch (status) {
    case 'active':
      return null
    case 'suspended':
      return 'ACCOUNT_SUSPENDED'
    case 'closing':
      return 'ACCOUNT_CLOSING'
    case 'deleted':
      return 'UNAUTHENTICATED'
  }
}

/** Sessions of the operators' app are for roles that hold a permission. */
export function whyAppRefused(app: SessionApp, role: Role): ErrorCode | null {
  return app === 'admin' && !mayUseAdmin(role) ? 'FORBIDDEN' : null
}

/** Two tabs may send the same refresh token within moments, and a lost answer is asked for again. */
const reuseGraceMs = 10_000

/**
 * Whether a refresh token that was used before is in foreign hands: it comes back after its grace, or its successor is in use already,
 * so that two hold the family.
 */
export function isStolenReuse(firstUsedAt: Date, successorUsedAt: Date | null, now: Date): boolean {
  return successorUsedAt !== null || now.getTime() - firstUsedAt.getTime() > reuseGraceMs
}
