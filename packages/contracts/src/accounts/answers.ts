import { z } from 'zod'
import { countAnswer, instantAnswer } from '../answers.ts'
import { idAnswer } from '../ids.ts'
import { membershipAnswer } from '../memberships/answers.ts'
import { permissions } from '../permissions.ts'
import { roles } from '../roles.ts'
import { firstTouchChannels } from './first-touch.ts'
import { sessionApps, signupGiftStatuses, userStatuses } from './kinds.ts'
import { locales } from './locales.ts'

export const meAnswer = z
  .object({
    id: idAnswer('user'),
    username: z.string(),
    email: z.string(),
    /** By a link in a mail; false for everybody where no mail is configured. */
    isEmailVerified: z.boolean(),
    displayName: z.string(),
    role: z.enum(roles),
    permissions: z.array(z.enum(permissions)).readonly(),
    locale: z.enum(locales).nullable(),
    referralCode: z.string(),
    createdAt: instantAnswer,
    membership: membershipAnswer,
    /** There is an edition of the terms that they have not accepted: it is asked for, and needed to pay. */
    mustAcceptTerms: z.boolean(),
  })
  .meta({ id: 'Me' })
export type MeDto = z.output<typeof meAnswer>

export const sessionTokensAnswer = z
  .object({
    user: meAnswer,
    accessToken: z.string(),
    accessTokenExpiresAt: instantAnswer,
    /** Absent in cookie mode, where the browser must not see it. */
    refreshToken: z.string().optional(),
  })
  .meta({ id: 'SessionTokens' })
export type SessionTokensDto = z.output<typeof sessionTokensAnswer>

const signupGiftAnswer = z
  .object({ status: z.enum(signupGiftStatuses), credits: countAnswer })
  .meta({ id: 'SignupGift' })
export type SignupGiftDto = z.output<typeof signupGiftAnswer>

export const registrationAnswer = sessionTokensAnswer
  .extend({
    /** Given, or why not. */
    signupGift: signupGiftAnswer,
  })
  .meta({ id: 'Registration' })
export type RegistrationDto = z.output<typeof registrationAnswer>

/** What became of a gift that waited for the verified address; `none` when there was nothing to wait for. */
export const emailVerifiedAnswer = z.object({ signupGift: signupGiftAnswer }).meta({ id: 'EmailVerified' })
export type EmailVerifiedDto = z.output<typeof emailVerifiedAnswer>

const sessionAnswer = z.object({
  id: idAnswer('session'),
  app: z.enum(sessionApps),
  userAgent: z.string(),
  ipAddress: z.string(),
  createdAt: instantAnswer,
  lastUsedAt: instantAnswer,
  isCurrent: z.boolean(),
})
export type SessionDto = z.output<typeof sessionAnswer>

/** Where a person came from when they first opened the web app. */
export const firstTouchAnswer = z.object({
  channel: z.enum(firstTouchChannels),
  utmSource: z.string().nullable(),
  utmMedium: z.string().nullable(),
  utmCampaign: z.string().nullable(),
  /** The site that linked here; never its page. */
  referrerHost: z.string().nullable(),
  referralCode: z.string().nullable(),
  /** Null where nothing but the registration itself is known. */
  firstSeenAt: instantAnswer.nullable(),
})
export type FirstTouchDto = z.output<typeof firstTouchAnswer>

export const userRowAnswer = z.object({
  id: idAnswer('user'),
  username: z.string(),
  email: z.string(),
  displayName: z.string(),
  role: z.enum(roles),
  status: z.enum(userStatuses),
  credits: countAnswer,
  createdAt: instantAnswer,
  /** Null for accounts older than this note, and for those that nobody registered. */
  firstTouch: firstTouchAnswer.nullable(),
})
export type UserRowDto = z.output<typeof userRowAnswer>
