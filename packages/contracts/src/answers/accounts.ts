import { z } from 'zod'
import type { MeDto, MembershipDto, SessionTokensDto } from '../accounts.ts'
import { locales } from '../accounts.ts'
import { idAnswer } from '../ids.ts'
import { permissions, roles } from '../permissions.ts'
import { answer, instantAnswer } from './answer.ts'

export const membershipAnswer = answer<MembershipDto>()(
  z.object({ isMember: z.boolean(), endsAt: instantAnswer.nullable() }).meta({ id: 'Membership' }),
)

export const meAnswer = answer<MeDto>()(
  z
    .object({
      id: idAnswer('user'),
      username: z.string(),
      email: z.string(),
      displayName: z.string(),
      role: z.enum(roles),
      permissions: z.array(z.enum(permissions)).readonly(),
      locale: z.enum(locales).nullable(),
      referralCode: z.string(),
      createdAt: instantAnswer,
      membership: membershipAnswer,
    })
    .meta({ id: 'Me' }),
)

export const sessionTokensAnswer = answer<SessionTokensDto>()(
  z
    .object({
      user: meAnswer,
      accessToken: z.string(),
      accessTokenExpiresAt: instantAnswer,
      refreshToken: z.string().optional(),
    })
    .meta({ id: 'SessionTokens' }),
)
