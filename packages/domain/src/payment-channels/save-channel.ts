import { AppError } from '@mozhou/contracts/errors'
import type { ChannelAdminDto } from '@mozhou/contracts/payments/answers'
import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import type { ClearChannelInput, SaveChannelInput, SwitchChannelInput } from '@mozhou/contracts/payments/inputs'
import { Prisma } from '@mozhou/db/client'
import type { AuditAction } from '@mozhou/contracts/audit/actions'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { TxContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { invalidateChannels } from './channel-states.ts'
import type { ChannelsContext } from './channels-context.ts'
import { completeKeys } from './complete-keys.ts'
import { getChannel } from './list-channels.ts'
import { sealKeys } from './stored-keys.ts'

/**
 * Stores a channel's keys, whole: secrets that the form leaves empty are taken as they are in force. They count with the next call.
 * @throws AppError VALIDATION_FAILED {field, rule}, CHANNEL_CHANGED when somebody else changed it since it was read
 */
export async function saveChannel(
  ctx: ChannelsContext,
  { keys: input, revision, actor }: SaveChannelInput & { actor: Actor },
): Promise<ChannelAdminDto> {
  const { channel } = input
  const { keys } = await completeKeys(ctx, input)
  const columns = sealKeys(ctx, keys)
  return change(ctx, { channel, revision, columns, actor, action: 'payment-channel.save' })
}

/** Forgets the keys that were entered here: the environment's count again, where there are any. @throws AppError CHANNEL_CHANGED */
export function clearChannel(
  ctx: ChannelsContext,
  { channel, revision, actor }: ClearChannelInput & { actor: Actor },
): Promise<ChannelAdminDto> {
  const columns = { settings: Prisma.DbNull, secrets: null, secretsKeyId: null, secretMarks: Prisma.DbNull }
  return change(ctx, { channel, revision, columns, actor, action: 'payment-channel.clear' })
}

/** Offers a channel at checkout, or no longer; what was begun with it is brought to its end either way. */
export async function switchChannel(
  ctx: ChannelsContext,
  { channel, isOn, actor }: SwitchChannelInput & { actor: Actor },
): Promise<ChannelAdminDto> {
  await inTransaction(ctx, async (tx) => {
    const before = await rowOf(tx, channel)
    if ((before?.isOn ?? true) === isOn) return
    const updatedAt = tx.clock.now()
    await tx.prisma.paymentChannel.upsert({
      where: { channel },
      create: { channel, isOn, updatedAt },
      update: { isOn, updatedAt },
      select: { channel: true },
    })
    await audit(tx, { channel, actor, action: 'payment-channel.switch' }, { isOn: !isOn }, { isOn })
  })
  await invalidateChannels(ctx)
  return getChannel(ctx, channel)
}

interface Change {
  channel: PayChannel
  actor: Actor
  action: Extract<AuditAction, `payment-channel.${string}`>
}

type KeyColumns = Pick<
  Prisma.PaymentChannelUncheckedCreateInput,
  'settings' | 'secrets' | 'secretsKeyId' | 'secretMarks'
>

async function change(
  ctx: ChannelsContext,
  { columns, revision, ...change }: Change & { revision: number; columns: KeyColumns },
): Promise<ChannelAdminDto> {
  const { channel } = change
  await inTransaction(ctx, async (tx) => {
    const before = await rowOf(tx, channel)
    const updatedAt = tx.clock.now()
    await tx.prisma.paymentChannel.createMany({ data: { channel, updatedAt }, skipDuplicates: true })
    const { count } = await tx.prisma.paymentChannel.updateMany({
      where: { channel, revision },
      data: { ...columns, revision: { increment: 1 }, updatedAt },
    })
    if (count === 0) throw new AppError('CHANNEL_CHANGED')
    await audit(tx, change, shownOf(before), shownOf(await rowOf(tx, channel)))
  })
  await invalidateChannels(ctx)
  return getChannel(ctx, channel)
}

function rowOf(tx: TxContext, channel: PayChannel) {
  return tx.prisma.paymentChannel.findUnique({
    where: { channel },
    select: { isOn: true, settings: true, secretMarks: true },
  })
}

/** Fingerprints, never keys. */
function shownOf(row: Awaited<ReturnType<typeof rowOf>>): Prisma.InputJsonObject {
  return { settings: row?.settings ?? null, secrets: row?.secretMarks ?? null }
}

function audit(
  tx: TxContext,
  { channel, actor, action }: Change,
  before: Prisma.InputJsonObject,
  after: Prisma.InputJsonObject,
): Promise<void> {
  const { userId: actorId, requestId } = actor
  return writeAuditRow(tx, { actorId, permission: 'channel:write', action, target: channel, before, after, requestId })
}
