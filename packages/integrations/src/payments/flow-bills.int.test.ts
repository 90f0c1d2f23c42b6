import { describe, expect, it } from 'vitest'
import { createAlipayChannel } from './alipay/alipay-channel.ts'
import type { BillRow } from './bill.ts'
import type { Channel } from './port.ts'
import { sandboxAlipayConfig, sandboxWechatConfig } from './sandbox-keys.ts'
import { failureOf } from './testing/failure-of.ts'
import { openSandboxMerchant } from './testing/sandbox-merchant.ts'
import { createWechatChannel } from './wechat/wechat-channel.ts'

const day = '2026-11-22'
const noon = `${day}T12:00:00+08:00`
let last = 0

/** A merchant who has paid nobody yet. */
async function open(channel: Channel) {
  const merchant = await openSandboxMerchant(channel, { isBillReady: true })
  const ours =
    channel === 'alipay'
      ? createAlipayChannel(sandboxAlipayConfig(merchant.keys))
      : createWechatChannel(sandboxWechatConfig(merchant.keys))
  const { transfers } = ours
  if (!transfers) throw new Error('this channel pays nobody')
  const payee = { account: channel === 'alipay' ? '13812345678' : 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o', realName: '沈小曼' }
  async function pay(amountFen: number, at: string) {
    last += 1
    const transferNo = `W${Date.now().toString(36).toUpperCase()}F${last}A1`
    const notifyUrl = 'http://127.0.0.1:9/cb'
    await transfers?.transfer({ transferNo, amountFen, payee, remark: '推广返利提现', notifyUrl })
    if (channel === 'wechat') await merchant.act('transfer', { transfer: transferNo, act: 'take' })
    await merchant.act('redate', { transfer: transferNo, at })
    return transferNo
  }
  async function rows(of = day): Promise<BillRow[]> {
    const bill = await transfers?.downloadFlow(of)
    if (bill === undefined || bill === 'not_ready') throw new Error('not ready')
    return bill.rows
  }
  return { merchant, ours, transfers, pay, rows }
}

describe.each(['alipay', 'wechat'] as const)('the bill of the flow of %s', (channel) => {
  it('has what left that day by the calendar of Shanghai, to the fen, under our numbers, and the bill of trades has none of it', async () => {
    const { ours, transfers, pay, rows } = await open(channel)
    const first = await pay(31, `${day}T00:00:00+08:00`)
    const second = await pay(123_456, `${day}T23:59:59+08:00`)
    await pay(990, '2026-11-21T23:59:59+08:00')
    await pay(990, '2026-11-23T00:00:00+08:00')
    const { channelNo } = await transfers.query(first)
    expect(await rows()).toEqual([
      {
        kind: 'transfer',
        orderNo: first,
        refundNo: null,
        transactionId: channelNo,
        amountFen: 31,
        feeFen: 0,
        at: new Date('2026-11-21T16:00:00Z'),
      },
      expect.objectContaining({ orderNo: second, amountFen: 123_456 }),
    ])
    expect(await ours.downloadBill(day)).toMatchObject({ rows: [] })
  })

  it('has what came back under the same number, on the day it came back', async () => {
    const { merchant, pay, rows } = await open(channel)
    const transferNo = await pay(990, noon)
    await merchant.act('transfer', { transfer: transferNo, act: 'return' })
    await merchant.act('redate', { transfer: transferNo, at: '2026-11-23T09:00:00+08:00' })
    expect(await rows()).toMatchObject([{ kind: 'transfer', orderNo: transferNo }])
    expect(await rows('2026-11-23')).toMatchObject([{ kind: 'transfer_return', orderNo: transferNo, amountFen: 990 }])
  })

  it('may lack a row, have one too many, or another amount: it says what it says', async () => {
    const { merchant, pay, rows } = await open(channel)
    const transferNo = await pay(990, noon)
    const rowsWith = async (fault: string) => {
      await merchant.fail(fault)
      return (await rows()).map(({ orderNo, amountFen }) => [orderNo, amountFen])
    }
    expect(await rowsWith('bill-missing-row')).toEqual([])
    expect(await rowsWith('bill-wrong-amount')).toEqual([[transferNo, 991]])
    expect(await rowsWith('bill-extra-row')).toEqual([
      [transferNo, 990],
      ['STRAYOUT20261122', 1234],
    ])
  })

  it('is read whole or not at all, and is empty on a day on which nothing moved', async () => {
    const { merchant, pay, transfers, rows } = await open(channel)
    expect(await rows('2026-01-02')).toEqual([])
    await pay(990, noon)
    await merchant.fail('bill-damaged')
    const code = channel === 'alipay' ? 'malformed_zip' : 'wrong_hash'
    expect(await failureOf(transfers.downloadFlow(day))).toEqual(['unavailable', code])
    expect(await rows()).toHaveLength(1)
  })
})
