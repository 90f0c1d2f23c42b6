import { AppError } from '@mozhou/contracts/errors'
import type { SavePayeeInput } from '@mozhou/contracts/withdrawals/inputs'
import { confirmPassword } from '../accounts/confirm-password.ts'
import { lockUser } from '../accounts/lock-user.ts'
import type { TxContext } from '../context.ts'
import { notify } from '../notifications/notify.ts'
import { wakeReaders } from '../notifications/wake-readers.ts'
import type { ChannelsContext } from '../payment-channels/channels-context.ts'
import { inTransaction } from '../transaction.ts'
import { changePayee } from './change-payee.ts'
import { takeBinding } from './get-binding.ts'
import { payoutChannels } from './payout-channels.ts'

/** Whoever has just given their password need not give it again. */
const freshMs = 10 * 60_000

type SavePayee = SavePayeeInput & { userId: string; sessionId: string; ipAddress: string }

/**
 * A person says whom their cash goes to, with their password or just after they signed in, and is told of it, so that nobody does it for them.
 * @throws AppError CHANNEL_NOT_OFFERED, PASSWORD_WRONG, LOGIN_LOCKED, PASSWORD_CHECKS_BUSY, PAYEE_BINDING_INVALID, VALIDATION_FAILED for
 *   `currentPassword`, and for `account` or `bindingId`, whichever the channel wants
 */
export async function savePayee(ctx: ChannelsContext, input: SavePayee): Promise<void> {
  const { userId, channel, account, bindingId, realName, idNumber } = input
  if (!(await payoutChannels(ctx)).includes(channel)) throw new AppError('CHANNEL_NOT_OFFERED')
  assertFits(input)
  await assertThemself(ctx, input)
  await inTransaction(ctx, async (inner) => {
    const tx = { ...inner, secrets: ctx.secrets }
    await tx.prisma.$executeRaw(lockUser(userId))
    const known = bindingId === undefined ? account : await takeBinding(tx, { bindingId, userId })
    const changed = await changePayee(tx, { userId, channel, account: known ?? '', realName, idNumber })
    await tell(tx, input, changed)
  })
  await wakeReaders(ctx, userId)
}

/** WeChat's account is nothing that a person types, and Alipay's nothing that they scan. */
function assertFits({ channel, account, bindingId }: SavePayee): void {
  const [wanted, other] =
    channel === 'wechat' ? (['bindingId', 'account'] as const) : (['account', 'bindingId'] as const)
  const given = { account, bindingId }
  if (given[wanted] === undefined) throw new AppError('VALIDATION_FAILED', { field: wanted, rule: 'required' })
  if (given[other] !== undefined) throw new AppError('VALIDATION_FAILED', { field: other, rule: 'unrecognized_keys' })
}

async function assertThemself(
  ctx: ChannelsContext,
  { userId, sessionId, ipAddress, currentPassword }: SavePayee,
): Promise<void> {
  if (currentPassword !== undefined) {
    await confirmPassword(ctx, { userId, password: currentPassword, ipAddress })
    return
  }
  const { createdAt } = await ctx.prisma.session.findUniqueOrThrow({
    where: { id: sessionId },
    select: { createdAt: true },
  })
  if (ctx.clock.now().getTime() - createdAt.getTime() > freshMs)
    throw new AppError('VALIDATION_FAILED', { field: 'currentPassword', rule: 'required' })
}

async function tell(
  tx: TxContext,
  { userId, channel }: SavePayee,
  { payeeId, accountMark }: { payeeId: string; accountMark: string },
): Promise<void> {
  const event = { kind: 'payee_changed' as const, params: { channel, accountMark } }
  await notify(tx, { userId, event, key: `payee_changed:${payeeId}` })
}
