import { idNumberOf } from '@mozhou/contracts/testing/id-number'
import type { SaveWithdrawalRulesInput } from '@mozhou/contracts/withdrawals/inputs'
import { parseId } from '@mozhou/contracts/ids'
import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import type { PaymentChannel } from '@mozhou/integrations/payments/port'
import { getBalance } from '../../credits/get-balance.ts'
import { postEntry } from '../../credits/post-entry.ts'
import type { ChannelsContext } from '../../payment-channels/channels-context.ts'
import { createTestDomain } from '../../testing/test-domain.ts'
import type { TestDomain } from '../../testing/test-domain.ts'
import { inTransaction } from '../../transaction.ts'
import { approveWithdrawal } from '../approve-withdrawal.ts'
import { changePayee } from '../change-payee.ts'
import { readRules } from '../read-rules.ts'
import { requestWithdrawal } from '../request-withdrawal.ts'
import { saveRules } from '../save-rules.ts'
import { sendTransfer } from '../send-transfer.ts'
import { transferNoOf } from '../transfer-no.ts'
import { createPayoutChannel } from './payout-channel.ts'
import type { PayoutChannel } from './payout-channel.ts'

export interface Payouts {
  domain: TestDomain
  ctx: ChannelsContext
  alipay: PayoutChannel
  wechat: PayoutChannel
  rules(change: Partial<SaveWithdrawalRulesInput>): Promise<void>
  newPerson(): Promise<string>
  /** Cash from a rebate. */
  earn(userId: string, amountFen: number): Promise<void>
  clawBack(userId: string, amountFen: number): Promise<void>
  /** An account and an ID number of their own, where nothing else is said. */
  payee(userId: string, channel: PayChannel, account?: string, idNumber?: string): Promise<void>
  /** Somebody with cash and an account to be paid to. */
  earner(amountFen: number, channel: PayChannel): Promise<string>
  request(userId: string, amountFen: number): Promise<string>
  /** As the run does: decided, then sent. */
  send(withdrawalId: string): Promise<string>
  stand(withdrawalId: string): Promise<{ status: string; endReason: string | null; transferNo: string }>
  cashOf(userId: string): Promise<number>
  /** Σ of one of the platform's accounts of cash. */
  platform(key: string): Promise<number>
}

/** The standard's own example. */
export const sampleIdNumber = '11010519491231002X'

/** `real`: in place of the channels whose moods a test decides. */
export async function openPayouts(real: Partial<Record<PayChannel, PaymentChannel>> = {}): Promise<Payouts> {
  const domain = await createTestDomain()
  const [alipay, wechat] = [createPayoutChannel('alipay'), createPayoutChannel('wechat')]
  const ctx: ChannelsContext = { ...domain.ctx, channels: { alipay, wechat, ...real }, publicApiUrl: 'http://api.test' }
  let serial = 0
  const newPerson = async () => parseId('user', (await domain.signUp()).user.id) ?? ''
  const actor = { userId: await newPerson(), requestId: 'test' }
  const post = async (userId: string, kind: 'rebate' | 'clawback_rebate', amount: number) => {
    const [key, reference] = [crypto.randomUUID(), { type: 'rebate', id: crypto.randomUUID() }]
    await postEntry(ctx, { key, kind, userId, unit: 'cash', amount, reference })
  }
  const payouts: Payouts = {
    domain,
    ctx,
    alipay,
    wechat,
    async rules(change) {
      const { updatedAt: _at, ...present } = await readRules(ctx)
      await saveRules(ctx, { ...present, ...change, actor })
    },
    newPerson,
    earn: (userId, amountFen) => post(userId, 'rebate', amountFen),
    clawBack: (userId, amountFen) => post(userId, 'clawback_rebate', -amountFen),
    async payee(userId, channel, account, idNumber) {
      serial += 1
      const own = channel === 'alipay' ? `138${String(serial).padStart(8, '0')}` : `oUpF8uMuAJO_M2pxb1Q9z${serial}`
      const identity = { account: account ?? own, realName: '沈小曼', idNumber: idNumber ?? idNumberOf(serial) }
      await inTransaction(ctx, (tx) => changePayee({ ...tx, secrets: ctx.secrets }, { userId, channel, ...identity }))
    },
    async earner(amountFen, channel) {
      const userId = await newPerson()
      await payouts.earn(userId, amountFen)
      await payouts.payee(userId, channel)
      return userId
    },
    async request(userId, amountFen) {
      return (await requestWithdrawal(ctx, { userId, amountFen, requestKey: crypto.randomUUID() })).withdrawalId
    },
    async send(withdrawalId) {
      await approveWithdrawal(ctx, { withdrawalId })
      return (await sendTransfer(ctx, { withdrawalId })).status
    },
    async stand(withdrawalId) {
      const { status, endReason, attempt } = await ctx.prisma.withdrawal.findUniqueOrThrow({
        where: { id: withdrawalId },
        select: { status: true, endReason: true, attempt: true },
      })
      return { status, endReason, transferNo: transferNoOf(withdrawalId, attempt) }
    },
    cashOf: async (userId) => (await getBalance(ctx, { userId })).cashFen,
    async platform(key) {
      const { _sum } = await ctx.prisma.creditEntry.aggregate({
        where: { counterAccount: { platformKey: key, unit: 'cash' } },
        _sum: { amount: true },
      })
      return 0 - (_sum.amount ?? 0)
    },
  }
  await payouts.rules({ isOn: true, reviewFromFen: 10_000_000, dayFen: 10_000_000, monthFen: 10_000_000 })
  return payouts
}
