import type { DeletionRequestedDto } from '@mozhou/contracts/account-deletion/answers'
import type { RequestDeletionInput } from '@mozhou/contracts/account-deletion/inputs'
import { confirmPassword } from '../accounts/confirm-password.ts'
import type { OrdersContext } from '../orders/orders-context.ts'
import { inTransaction } from '../transaction.ts'
import { closeAccount, refuseHindered, settleWithChannels } from './close-account.ts'
import { readLost } from './read-lost.ts'

/**
 * A person wants their account deleted (PIPL, article 47): closed now, carried out when the days of regret are over.
 * @throws AppError PASSWORD_WRONG, LOGIN_LOCKED, PASSWORD_CHECKS_BUSY, DELETION_HINDERED, CHANNEL_UNAVAILABLE
 */
export async function requestDeletion(
  ctx: OrdersContext,
  {
    userId,
    currentPassword,
    ipAddress,
  }: Omit<RequestDeletionInput, 'confirmation'> & { userId: string; ipAddress: string },
): Promise<DeletionRequestedDto> {
  await confirmPassword(ctx, { userId, password: currentPassword, ipAddress })
  await refuseHindered(ctx, { userId, withPending: false })
  // Before anything is ended: what the person was shown.
  const lost = await readLost(ctx, userId)
  await settleWithChannels(ctx, { userId })
  const { deletion } = await inTransaction(ctx, (tx) => closeAccount(tx, { userId, starter: null, lost }))
  return deletion
}
