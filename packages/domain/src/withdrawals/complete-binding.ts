import type { BoundDto } from '@mozhou/contracts/withdrawals/answers'
import { AppError } from '@mozhou/contracts/errors'
import type { CompleteBindingInput } from '@mozhou/contracts/withdrawals/inputs'
import { PaymentFailure } from '@mozhou/contracts/payments/payment-failure'
import { offeredChannel } from '../payment-channels/channel-of.ts'
import type { ChannelsContext } from '../payment-channels/channels-context.ts'
import { shownName } from '../shown-name.ts'
import { bindingChannel, stateHash } from './begin-binding.ts'
import { accountMark } from './payee-seal.ts'

/** From the scan until the form is filled in and saved. */
const takenMs = 30 * 60_000
export const bindingSeal = (bindingId: string) => `payee_bindings:${bindingId}`

/**
 * Whoever scanned comes back from WeChat, signed in or not: the state says whose payee they are. It is good once, whatever WeChat says then.
 * @throws AppError PAYEE_BINDING_INVALID, CHANNEL_UNAVAILABLE, CHANNEL_NOT_OFFERED
 */
export async function completeBinding(ctx: ChannelsContext, { state, code }: CompleteBindingInput): Promise<BoundDto> {
  const row = await take(ctx, state)
  const account = await askWho(ctx, row.id, code)
  const mark = accountMark(account)
  const { data, keyId } = ctx.secrets.seal(account, bindingSeal(row.id))
  const { count } = await ctx.prisma.payeeBinding.updateMany({
    where: { id: row.id, status: 'asked' },
    data: {
      status: 'bound',
      accountMark: mark,
      sealed: data,
      sealedKeyId: keyId,
      expiresAt: new Date(ctx.clock.now().getTime() + takenMs),
    },
  })
  // The person has begun another one meanwhile.
  if (count === 0) throw new AppError('PAYEE_BINDING_INVALID')
  return { username: shownName(row.user), accountMark: mark }
}

/** Of two that come with one state, one finds it waiting. */
async function take(ctx: ChannelsContext, state: string) {
  const hash = stateHash(state)
  const { count } = await ctx.prisma.payeeBinding.updateMany({
    where: { stateHash: hash, status: 'waiting', expiresAt: { gt: ctx.clock.now() } },
    data: { status: 'asked' },
  })
  const row = await ctx.prisma.payeeBinding.findUnique({
    where: { stateHash: hash },
    select: { id: true, user: { select: { id: true, username: true } } },
  })
  if (count === 0 || row === null) throw new AppError('PAYEE_BINDING_INVALID')
  return row
}

async function askWho(ctx: ChannelsContext, id: string, code: string): Promise<string> {
  try {
    const { binding } = await offeredChannel(ctx, bindingChannel)
    if (!binding) throw new AppError('CHANNEL_NOT_OFFERED')
    return await binding.accountOf(code)
  } catch (cause) {
    await ctx.prisma.payeeBinding.updateMany({ where: { id, status: 'asked' }, data: { status: 'failed' } })
    if (!(cause instanceof PaymentFailure)) throw cause
    ctx.log.warn({ err: cause, vendorCode: cause.details.vendorCode }, 'WeChat did not say who scanned')
    if (cause.kind === 'refused') throw new AppError('PAYEE_BINDING_INVALID', {}, { cause })
    throw new AppError('CHANNEL_UNAVAILABLE', { retryAfterSeconds: 5 }, { cause })
  }
}
