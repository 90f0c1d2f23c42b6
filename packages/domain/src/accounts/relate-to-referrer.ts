import { AppError } from '@mozhou/contracts/errors'
import type { TxContext } from '../context.ts'
import { accountKey } from './account-key.ts'
import { mailboxOf } from './mailbox-of.ts'

/**
 * Who invited a person, bound while they register and never after. A suspended person's code counts as unknown; nobody is invited by
 * themself, nor a second time: under
 * another spelling of the same mailbox, or from a browser in which they are signed in.
 * @throws AppError REFERRAL_CODE_UNKNOWN, REFERRAL_CODE_OWN, REFERRAL_SECOND_REGISTRATION
 */
export async function relateToReferrer(
  tx: TxContext,
  input: { userId: string; referralCode: string; email: string; signedInAs: string | null },
): Promise<void> {
  const { userId, referralCode, email, signedInAs } = input
  const referrer = await tx.prisma.user.findFirst({
    where: { referralCode, status: 'active', id: { not: userId } },
    select: { id: true },
  })
  if (!referrer) throw new AppError('REFERRAL_CODE_UNKNOWN')
  const owners = await ownersOf(tx, { userId, mailbox: mailboxOf(accountKey(email)) })
  const others = signedInAs === null ? owners : [...owners, signedInAs]
  if (others.includes(referrer.id)) throw new AppError('REFERRAL_CODE_OWN')
  if (others.length > 0) throw new AppError('REFERRAL_SECOND_REGISTRATION')
  await tx.prisma.referralRelation.create({
    data: { refereeId: userId, referrerId: referrer.id, code: referralCode, createdAt: tx.clock.now() },
    select: { refereeId: true },
  })
}

/** The expression is that of `users_mailbox_idx`, and the same as `mailboxOf`. */
async function ownersOf(tx: TxContext, { userId, mailbox }: { userId: string; mailbox: string }): Promise<string[]> {
  const rows = await tx.prisma.$queryRaw<{ id: string }[]>`
    SELECT id FROM users WHERE regexp_replace(email_key, '\\+.*@', '@') = ${mailbox} AND id <> ${userId}::uuid LIMIT 100`
  return rows.map(({ id }) => id)
}
