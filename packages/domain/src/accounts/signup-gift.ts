import type { SignupGiftDto } from '@mozhou/contracts/accounts/answers'
import { formatId } from '@mozhou/contracts/ids'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { TxContext } from '../context.ts'
import { postGift } from '../credits/post-gift.ts'
import { dayOf } from '../shanghai-day.ts'
import { giftNetworkOf } from './gift-network.ts'
import { isGiftSpent } from './spent-gifts.ts'
import type { AddressMarks } from './spent-gifts.ts'

interface Registration {
  userId: string
  /** Of the address, under every key (`spent-gifts.ts`). */
  addressMarks: AddressMarks
  ipAddress: string
  requestId: string
}

/**
 * Part of the registration's transaction: a network's gifts of a day are counted in one row, and a registration that comes to nothing
 * gives its place back. An address whose deleted account had the gift is given none again. Who comes beyond the limit has an account without a gift, and a row in the audit log says why.
 */
export async function giveSignupGift(tx: TxContext, registration: Registration): Promise<SignupGiftDto> {
  const { signupGiftCredits: credits, signupGiftsPerNetwork: limit } = tx.settings
  if (credits === 0) return { status: 'none', credits: 0 }
  if (await isGiftSpent(tx, registration.addressMarks)) return { status: 'given_before', credits: 0 }
  const network = giftNetworkOf(registration.ipAddress)
  if (!(await takePlace(tx, network))) {
    await writeAuditRow(tx, {
      actorId: null,
      permission: 'none',
      action: 'user.withhold_signup_gift',
      target: formatId('user', registration.userId),
      after: { reason: 'network_limit', network, limit, credits },
      requestId: registration.requestId,
    })
    return { status: 'network_limit', credits: 0 }
  }
  // The place is taken; the gift itself comes with the verified address.
  if (tx.settings.verifiesEmail) return { status: 'awaiting_email', credits }
  await postSignupGift(tx, registration.userId)
  return { status: 'given', credits }
}

async function takePlace(tx: TxContext, network: string): Promise<boolean> {
  const taken = await tx.prisma.$executeRaw`
    INSERT INTO signup_gift_counts (network, day, given) VALUES (${network}, ${dayOf(tx.clock.now())}::date, 1)
    ON CONFLICT (network, day) DO UPDATE SET given = signup_gift_counts.given + 1
    WHERE signup_gift_counts.given < ${tx.settings.signupGiftsPerNetwork}`
  return taken === 1
}

/** The key makes it once per person, however often it is asked for. */
export async function postSignupGift(tx: TxContext, userId: string): Promise<void> {
  await postGift(tx, {
    key: `signup:${userId}`,
    kind: 'gift_signup',
    userId,
    amount: tx.settings.signupGiftCredits,
    days: tx.settings.signupGiftDays,
    reference: { type: 'registration', id: userId },
  })
}
