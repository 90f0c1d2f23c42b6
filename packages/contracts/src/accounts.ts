import { z } from 'zod'
import type { FirstTouchDto } from './first-touch.ts'
import { idInput } from './ids.ts'
import type { Permission, Role } from './permissions.ts'
import { roles } from './permissions.ts'
import { pageInput } from './page.ts'
import { textInput, wholeCharacters } from './text.ts'

/** bcrypt reads 72 bytes and no more; a longer password would be cut silently (https://www.usenix.org/legacy/events/usenix99/provos/provos.pdf). */
const passwordInput = z
  .string()
  .min(8)
  .refine((password) => new TextEncoder().encode(password).length <= 72, {
    message: 'at most 72 bytes',
    params: { rule: 'max_bytes', maximum: 72 },
  })
  .refine(...wholeCharacters)

const usernameInput = z
  .string()
  .trim()
  .min(2)
  .max(32)
  .regex(/^[\p{L}\p{N}_-]+$/u)

const emailInput = z.string().trim().max(254).meta({ format: 'email' }).pipe(z.email())

/** 8 characters that cannot be misread: no 0, O, 1, I. An empty box is no code. */
export const referralCodeInput = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^(?:[2-9A-HJ-NP-Z]{8})?$/)
  .transform((code) => (code === '' ? undefined : code))

export const registerInput = z.object({
  username: usernameInput,
  email: emailInput,
  password: passwordInput,
  referralCode: referralCodeInput.optional(),
  sourceChannel: textInput(0, 64).optional(),
})
export type RegisterInput = z.output<typeof registerInput>

export const loginInput = z.object({
  /** Username or email. */
  login: textInput(1, 254),
  password: z.string().min(1).max(200),
})
export type LoginInput = z.output<typeof loginInput>

/** Apps send the refresh token in a cookie; API callers in the body. */
export const refreshInput = z.object({ refreshToken: z.string().max(200).optional() })

export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]

export const updateMeInput = z
  .object({
    displayName: textInput(1, 40),
    email: emailInput,
    locale: z.enum(locales),
  })
  .partial()
export type UpdateMeInput = z.output<typeof updateMeInput>

export const changePasswordInput = z.object({ currentPassword: z.string().min(1).max(200), newPassword: passwordInput })
export type ChangePasswordInput = z.output<typeof changePasswordInput>

export const sessionIdInput = z.object({ sessionId: idInput('session') })
export const userIdInput = z.object({ userId: idInput('user') })
export const suspendUserInput = z.object({ userId: idInput('user'), reason: textInput(2, 200) })
export const setRoleInput = z.object({ userId: idInput('user'), role: z.enum(roles) })
export const listUsersInput = pageInput.extend({ search: textInput(0, 100).optional() })
export const listAuditInput = pageInput

export interface MembershipDto {
  isMember: boolean
  /** End of the current period chain, ISO; null when not a member. */
  endsAt: string | null
}

export interface MeDto {
  id: string
  username: string
  email: string
  displayName: string
  role: Role
  permissions: readonly Permission[]
  locale: Locale | null
  referralCode: string
  createdAt: string
  membership: MembershipDto
}

export interface SessionTokensDto {
  user: MeDto
  accessToken: string
  accessTokenExpiresAt: string
  /** Absent in cookie mode, where the browser must not see it. */
  refreshToken?: string
}

export interface SessionDto {
  id: string
  app: 'web' | 'admin' | 'api'
  userAgent: string
  ipAddress: string
  createdAt: string
  lastUsedAt: string
  isCurrent: boolean
}

export interface UserRowDto {
  id: string
  username: string
  email: string
  displayName: string
  role: Role
  status: 'active' | 'suspended'
  credits: number
  createdAt: string
  /** Null for accounts older than this note, and for those that nobody registered. */
  firstTouch: FirstTouchDto | null
}

export interface AuditRowDto {
  id: string
  actor: string
  permission: string
  action: string
  target: string
  before: unknown
  after: unknown
  requestId: string
  createdAt: string
}
