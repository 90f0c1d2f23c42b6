import { AppError } from '@mozhou/contracts/errors'
import type { DomainContext } from '../context.ts'
import { createTurnsByKey } from '../turns.ts'
import { clearLoginAttempts, reserveLoginAttempt } from './login-attempts.ts'
import { networkOf } from './network-of.ts'
import { isPasswordRight } from './password-hash.ts'
import { inPasswordTurn } from './password-turns.ts'

export interface PasswordProof {
  who: string
  password: string
  ipAddress: string
}

interface ProvableAccount {
  id: string
  passwordHash: string
}

const oneAtATime = createTurnsByKey({ atOnce: 1 })

/**
 * Whether the password is the account's, for every operation that asks for it: failures count together, whichever of its names was typed.
 * In turn, for attempts count as failed until proven right, and six honest tabs at once must not lock each other out; `find` runs within the
 * turn too, so that a flood of guesses asks the database for nothing.
 * @param who what the caller calls the account
 * @throws AppError LOGIN_LOCKED, PASSWORD_CHECKS_BUSY
 */
export function provePassword<Account extends ProvableAccount>(
  ctx: DomainContext,
  { who, password, ipAddress }: PasswordProof,
  find: () => Promise<Account | null>,
): Promise<Account | null> {
  const network = networkOf(ipAddress)
  return oneAtATime(`${network} ${who}`, () =>
    inPasswordTurn(async () => {
      const account = await find()
      const attempt = { loginKey: account ? `user:${account.id}` : `typed:${who}`, network }
      const lockedUntil = await reserveLoginAttempt(ctx, attempt)
      if (lockedUntil) throw lockedError(lockedUntil, ctx.clock.now())
      const isRight = await isPasswordRight(password, account?.passwordHash ?? null)
      if (isRight) await clearLoginAttempts(ctx, attempt)
      return isRight ? account : null
    }),
  )
}

function lockedError(lockedUntil: Date, now: Date): AppError {
  const retryAfterSeconds = Math.ceil((lockedUntil.getTime() - now.getTime()) / 1000)
  return new AppError('LOGIN_LOCKED', { retryAfterSeconds })
}
