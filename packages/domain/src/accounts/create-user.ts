import { AppError } from '@mozhou/contracts/errors'
import type { FirstTouchDto } from '@mozhou/contracts/accounts/answers'
import type { Role } from '@mozhou/contracts/roles'
import type { TxContext } from '../context.ts'
import { accountKey } from './account-key.ts'
import { nameShape } from './name-shape.ts'
import { newReferralCode } from './referral-code.ts'
import { violatedUnique } from './violated-unique.ts'

export interface NewUser {
  username: string
  email: string
  displayName?: string
  passwordHash: string
  role: Role
  /** Left out for accounts that nobody registered. */
  firstTouch?: FirstTouchDto
}

/** The row alone, with a fresh referral code. Run the transaction under `creatingUser`, which words its conflicts. */
export async function createUser(tx: TxContext, input: NewUser): Promise<string> {
  const now = tx.clock.now()
  const user = await tx.prisma.user.create({
    data: {
      id: tx.newId(),
      username: input.username,
      usernameKey: accountKey(input.username),
      usernameShape: nameShape(input.username),
      email: input.email,
      emailKey: accountKey(input.email),
      displayName: input.displayName ?? input.username,
      passwordHash: input.passwordHash,
      passwordChangedAt: now,
      role: input.role,
      referralCode: newReferralCode(),
      ...(input.firstTouch && { firstTouch: { ...input.firstTouch } }),
      createdAt: now,
      updatedAt: now,
    },
    select: { id: true },
  })
  return user.id
}

const referralCodeTries = 5

/**
 * Runs a transaction that creates a user. The unique constraints decide, so that races end like ordinary conflicts; a referral
 * code that is taken by chance (1 in 10^12 per user) is drawn again.
 * @throws AppError USERNAME_TAKEN, USERNAME_LOOKS_TAKEN, EMAIL_TAKEN
 */
export async function creatingUser<T>(transaction: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await transaction()
    } catch (cause) {
      const index = violatedUnique(cause)
      if (index === 'users_username_shape_key') throw new AppError('USERNAME_LOOKS_TAKEN', {}, { cause })
      if (index === 'users_username_key_key') throw new AppError('USERNAME_TAKEN', {}, { cause })
      if (index === 'users_email_key_key') throw new AppError('EMAIL_TAKEN', {}, { cause })
      if (index !== 'users_referral_code_key' || tries >= referralCodeTries) throw cause
    }
  }
}
