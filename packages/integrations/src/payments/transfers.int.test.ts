import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAlipayChannel } from './alipay/alipay-channel.ts'
import type { PaymentChannel } from './port.ts'
import { sandboxAlipayConfig, sandboxWechatConfig } from './sandbox-keys.ts'
import { openScene, type ChannelScene } from './testing/channel-scene.ts'
import { failureOf } from './testing/failure-of.ts'
import { openSandboxMerchant, type SandboxMerchant } from './testing/sandbox-merchant.ts'
import type { TransferOrder, Transfers } from './transfers.ts'
import { createWechatChannel } from './wechat/wechat-channel.ts'

let last = 0
function newOrder(account: string, more: Partial<TransferOrder> = {}): TransferOrder {
  last += 1
  const transferNo = `W${Date.now().toString(36).toUpperCase()}${last}A1`
  const payee = { account, realName: '沈小曼' }
  return { transferNo, amountFen: 990, payee, remark: '推广返利提现', notifyUrl: 'http://127.0.0.1:9/cb', ...more }
}

function transfersOf({ transfers }: PaymentChannel): Transfers {
  if (!transfers) throw new Error('this channel pays nobody')
  return transfers
}

describe('Alipay', () => {
  let merchant: SandboxMerchant
  let transfers: Transfers
  beforeAll(async () => {
    merchant = await openSandboxMerchant('alipay')
    transfers = transfersOf(createAlipayChannel({ ...sandboxAlipayConfig(merchant.keys), timeoutMs: 1_500 }))
  })
  const order = (more?: Partial<TransferOrder>) => newOrder('13812345678', more)

  it('pays at once, and the same number again pays nothing more', async () => {
    const asked = order()
    expect(await transfers.query(asked.transferNo)).toMatchObject({ state: 'absent' })
    const paid = await transfers.transfer(asked)
    expect(paid).toMatchObject({ state: 'paid', channelNo: expect.stringMatching(/^\d{32}$/) })
    expect(await transfers.transfer(asked)).toEqual(paid)
    expect(await transfers.query(asked.transferNo)).toMatchObject({ state: 'paid', amountFen: 990 })
  })

  it.each([29, 110, 990, 1_990, 10_000_000])('H 8: of %i fen leaves as such', async (amountFen) => {
    const asked = order({ amountFen })
    await transfers.transfer(asked)
    expect(await transfers.query(asked.transferNo)).toMatchObject({ state: 'paid', amountFen })
  })

  it.each([
    ['name-mismatch', 'name_mismatch', 'PAYEE_USER_INFO_ERROR'],
    ['payee-unknown', 'payee_not_found', 'PAYEE_NOT_EXIST'],
    ['balance-short', 'channel_short', 'PAYER_BALANCE_NOT_ENOUGH'],
  ])('H 10: %s has failed, as the question after it confirms', async (fault, failure, vendorCode) => {
    const asked = order()
    await merchant.fail(fault, { name: asked.transferNo })
    expect(await transfers.transfer(asked)).toMatchObject({ state: 'failed', failure, vendorCode })
    expect(await transfers.query(asked.transferNo)).toMatchObject({ state: 'absent' })
  })

  it.each(['error-after-commit', 'timeout-after-commit', 'html-error', 'forged-response', 'unsigned-response'])(
    'H 10: after %s nothing is known, and the question finds it paid once',
    async (fault) => {
      const asked = order()
      await merchant.fail(fault, { name: asked.transferNo })
      expect(await failureOf(transfers.transfer(asked))).toMatchObject(['unknown_outcome', expect.any(String)])
      expect(await transfers.query(asked.transferNo)).toMatchObject({ state: 'paid' })
    },
  )

  it('says so when it is brought back later', async () => {
    const asked = order()
    await transfers.transfer(asked)
    await merchant.act('transfer', { transfer: asked.transferNo, act: 'return' })
    expect(await transfers.query(asked.transferNo)).toMatchObject({
      state: 'returned',
      vendorCode: 'PAYEE_ACCOUNT_ABNORMAL',
    })
  })

  it('refuses the same number with another sum, and keeps what was paid', async () => {
    const asked = order()
    await transfers.transfer(asked)
    expect(await transfers.transfer({ ...asked, amountFen: 991 })).toMatchObject({ state: 'paid', amountFen: 990 })
  })

  it('is not offered without certificates, and refused', async () => {
    const bare = transfersOf(createAlipayChannel({ ...sandboxAlipayConfig(merchant.keys), certificates: null }))
    expect(bare.isOffered).toBe(false)
    expect(await failureOf(bare.query('W1A1'))).toMatchObject(['refused', 'isv.missing-app-cert-sn'])
  })
})

describe('WeChat Pay', () => {
  let merchant: SandboxMerchant
  let channel: PaymentChannel
  let transfers: Transfers
  let scene: ChannelScene
  beforeAll(async () => {
    merchant = await openSandboxMerchant('wechat')
    channel = createWechatChannel({ ...sandboxWechatConfig(merchant.keys), timeoutMs: 1_500 })
    transfers = transfersOf(channel)
    scene = await openScene(merchant, channel)
  })
  afterAll(() => scene.stop())
  const order = (more: Partial<TransferOrder> = {}) =>
    newOrder('oUpF8uMuAJO_M2pxb1Q9zNjWeS6o', { notifyUrl: scene.url, ...more })
  const tap = (transfer: string, act: 'take' | 'refuse') => merchant.act('transfer', { transfer, act })

  it('waits for the payee, and is paid and told once they take it', async () => {
    const asked = order()
    const begun = await transfers.transfer(asked)
    expect(begun).toMatchObject({ state: 'awaiting_confirm', confirmCode: expect.stringMatching(/^package/) })
    expect(await transfers.query(asked.transferNo)).toMatchObject({ state: 'awaiting_confirm', amountFen: 990 })
    await tap(begun.confirmCode ?? '', 'take')
    await merchant.settle()
    expect(await transfers.query(asked.transferNo)).toMatchObject({ state: 'paid', amountFen: 990 })
    expect(scene.toldTransfers()).toEqual([asked.transferNo])
  })

  it('62: fails after 24 hours without them, or when they refuse', async () => {
    const [late, refused] = [order(), order()]
    for (const asked of [late, refused]) await transfers.transfer(asked)
    await tap(refused.transferNo, 'refuse')
    await merchant.advance(24 * 3_600_000)
    for (const { transferNo } of [late, refused])
      expect(await transfers.query(transferNo)).toMatchObject({ state: 'failed', failure: 'not_confirmed' })
  })

  it('is called off before they take it, and not after', async () => {
    const [asked, taken] = [order(), order()]
    for (const each of [asked, taken]) await transfers.transfer(each)
    await tap(taken.transferNo, 'take')
    for (const { transferNo } of [asked, taken]) await transfers.cancel(transferNo)
    expect(await transfers.query(asked.transferNo)).toMatchObject({ state: 'cancelled' })
    expect(await transfers.query(taken.transferNo)).toMatchObject({ state: 'paid' })
  })

  it.each([
    ['name-mismatch', 'name_mismatch'],
    ['balance-short', 'channel_short'],
  ])('H 10: %s has failed', async (fault, failure) => {
    const asked = order()
    await merchant.fail(fault, { name: asked.transferNo })
    expect(await transfers.transfer(asked)).toMatchObject({ state: 'failed', failure })
  })

  it.each(['error-after-commit', 'timeout-after-commit', 'forged-response', 'unsigned-response'])(
    'H 10: after %s nothing is known, and the question finds it waiting once',
    async (fault) => {
      const asked = order()
      await merchant.fail(fault, { name: asked.transferNo })
      expect(await failureOf(transfers.transfer(asked))).toMatchObject(['unknown_outcome', expect.any(String)])
      expect(await transfers.query(asked.transferNo)).toMatchObject({ state: 'awaiting_confirm' })
      expect(await transfers.transfer(asked)).toMatchObject({ state: 'awaiting_confirm' })
    },
  )

  it('names the payee from 0.30 yuan on, sealed for the channel, and not below', async () => {
    expect(await transfers.transfer(order({ amountFen: 29 }))).toMatchObject({ state: 'awaiting_confirm' })
    expect(await transfers.transfer(order({ amountFen: 200_000 }))).toMatchObject({ state: 'awaiting_confirm' })
  })
})
