import { z } from 'zod'
import { instantAnswer } from '../answers.ts'
import { membershipAnswer } from '../memberships/answers.ts'
import { userRowAnswer } from './answers.ts'
import { locales } from './locales.ts'

/** One person as operators see them. What is somebody's own (works, money, sessions) is asked for apart, each by its own permission. */
const userDetailAnswer = userRowAnswer.extend({
  emailVerifiedAt: instantAnswer.nullable(),
  suspendedReason: z.string().nullable(),
  locale: z.enum(locales).nullable(),
  referralCode: z.string(),
  /** The code's owner who brought them; null when nobody did. */
  referredBy: z.object({ id: userRowAnswer.shape.id, username: z.string() }).nullable(),
  /** When a session of theirs was last renewed; null before the first. */
  lastSeenAt: instantAnswer.nullable(),
  membership: membershipAnswer,
})
export type UserDetailDto = z.output<typeof userDetailAnswer>
