import { z } from 'zod'
import { idInput } from '../ids.ts'
import { operatorPageInput, pageInput } from '../page.ts'
import { roles } from '../roles.ts'
import { textInput, wholeCharacters } from '../text.ts'
import { dayRange } from '../time.ts'
import { firstTouchLimits } from './first-touch.ts'
import { userStatuses } from './kinds.ts'
import { locales } from './locales.ts'
import { termsVersion } from './terms.ts'

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
  // Composed and decomposed letters are one name.
  .normalize('NFC')
  .min(2)
  .max(32)
  .regex(/^[\p{L}\p{N}_-]+$/u)

/** As everywhere, with the longest local part that mail servers take (RFC 5321, section 4.5.3.1.1). */
const emailPattern = new RegExp(`^(?=[^@]{1,64}@)${z.regexes.email.source.slice(1)}`)
const emailInput = z
  .string()
  .trim()
  .max(254)
  .meta({ format: 'email', pattern: emailPattern.source })
  .pipe(z.email({ pattern: emailPattern }))

/** 8 characters that cannot be misread: no 0, O, 1, I. An empty box is no code. */
const referralCode = /^(?:[2-9A-HJ-NP-Z]{8})?$/

export const referralCodeInput = z
  .string()
  .trim()
  .toUpperCase()
  .refine((code) => referralCode.test(code), {
    message: '8 letters and digits without 0, O, 1, I',
    params: { rule: 'referral_code' },
  })
  .meta({ pattern: referralCode.source })
  .transform((code) => (code === '' ? undefined : code))

/** Work done for a challenge (`proof-of-work.ts`), where a deployment asks for it. */
const workProofInput = z.object({
  salt: z.string().max(100),
  signature: z.string().max(100),
  number: z.int().min(0),
})
export type WorkProof = z.output<typeof workProofInput>

/** The edition that was read and accepted: none but the one in force. */
const acceptedTermsInput = z
  .string()
  .refine((version) => version === termsVersion, {
    message: `must be ${termsVersion}, the edition in force`,
    params: { rule: 'terms_version' },
  })
  .meta({ const: termsVersion })

export const acceptTermsInput = z.object({ acceptedTerms: acceptedTermsInput })

export const registerInput = z.object({
  username: usernameInput,
  email: emailInput,
  password: passwordInput,
  referralCode: referralCodeInput.optional(),
  /** Where the person comes from, for callers without the web app's own note of the first visit. */
  sourceChannel: textInput(0, firstTouchLimits.value).optional(),
  acceptedTerms: acceptedTermsInput,
  proof: workProofInput.optional(),
})
export type RegisterInput = z.output<typeof registerInput>

export const loginInput = z.object({
  /** Username or email. */
  login: textInput(1, 254),
  password: z.string().min(1).max(200),
  /** To have an account back that waits for its deletion. */
  takesBack: z.boolean().optional(),
})
export type LoginInput = z.output<typeof loginInput>

/** Apps send the refresh token in a cookie; API callers in the body. */
export const refreshInput = z.object({ refreshToken: z.string().max(200).optional() })

/** An API caller may name the session by its refresh token; who is signed in needs to name nothing. */
export const logoutInput = refreshInput

export const verifyEmailInput = z.object({ token: z.string().regex(/^[\w-]{43}$/) })

/** Username or email, as at signing in. */
export const requestPasswordResetInput = loginInput.pick({ login: true })

export const resetPasswordInput = z.object({ token: z.string().regex(/^[\w-]{43}$/), newPassword: passwordInput })
export type ResetPasswordInput = z.output<typeof resetPasswordInput>

export const updateMeInput = z
  .object({
    displayName: textInput(1, 40),
    email: emailInput,
    locale: z.enum(locales),
    /** For another e-mail address. */
    currentPassword: z.string().min(1).max(200),
  })
  .partial()
export type UpdateMeInput = z.output<typeof updateMeInput>

export const changePasswordInput = z.object({ currentPassword: z.string().min(1).max(200), newPassword: passwordInput })
export type ChangePasswordInput = z.output<typeof changePasswordInput>

export const sessionIdInput = z.object({ sessionId: idInput('session') })
export const userIdInput = z.object({ userId: idInput('user') })
/** A person's own list, as operators read it. */
export const userPageInput = pageInput.extend({ userId: idInput('user') })
export const suspendUserInput = z.object({ userId: idInput('user'), reason: textInput(2, 200) })
export const userSessionInput = z.object({ userId: idInput('user'), sessionId: idInput('session') })
export const setRoleInput = z.object({ userId: idInput('user'), role: z.enum(roles) })
export const listUsersInput = operatorPageInput.extend({
  search: textInput(0, 100).optional(),
  role: z.enum(roles).optional(),
  status: z.enum(userStatuses).optional(),
  /** Days of the registration. */
  ...dayRange,
})
export type ListUsersInput = z.input<typeof listUsersInput>
