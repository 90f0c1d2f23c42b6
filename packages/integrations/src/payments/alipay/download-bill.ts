import { createHash } from 'node:crypto'
import { PaymentFailure } from '@mozhou/contracts/payments/payment-failure'
import { beijingHour } from '../beijing-time.ts'
import { callChannel } from '../channel-fetch.ts'
import type { Bill, BillRow } from '../bill.ts'
import { isRefusedWith, textOf } from './errors.ts'
import type { AlipayGateway } from './gateway.ts'
import { readAlipayBill, readAlipayFlow } from './read-bill.ts'

/** Made from nine in the morning; what is missing an hour later is a day without trades, for which they make none. */
const readyHour = 10
const billTimeoutMs = 60_000

/** Alipay's own address for it; left as http in some answers, where the same host speaks https. */
async function downloadZip({ config }: AlipayGateway, billUrl: string, signal?: AbortSignal): Promise<Uint8Array> {
  const url = config.network === 'public' ? billUrl.replace(/^http:/, 'https:') : billUrl
  const { status, body } = await callChannel({
    channel: 'alipay',
    access: { ...config, timeoutMs: billTimeoutMs },
    url,
    init: { method: 'GET' },
    effect: 'reads',
    signal,
  })
  if (status !== 200) throw new PaymentFailure('unavailable', { channel: 'alipay', vendorCode: `http_${status}` })
  return body
}

interface BillType {
  /** `trade`: what was paid for; `signcustomer`: what moved in the account. */
  type: 'trade' | 'signcustomer'
  read(zip: Uint8Array): BillRow[]
}

/** The address lives for half a minute, so it is used at once and never kept. */
async function download(
  gateway: AlipayGateway,
  { type, read }: BillType,
  day: string,
  signal?: AbortSignal,
): Promise<Bill | 'not_ready'> {
  try {
    const answer = await gateway.call({
      method: 'alipay.data.dataservice.bill.downloadurl.query',
      biz: { bill_type: type, bill_date: day },
      effect: 'reads',
      signal,
    })
    const file = await downloadZip(gateway, textOf(answer.bill_download_url), signal)
    return { day, rows: read(file), file, sha256: createHash('sha256').update(file).digest('hex') }
  } catch (error) {
    // Their own spelling of the code is BILL_NOT_EXIST in one list and isp.bill_not_exist in another.
    if (!isRefusedWith(error, 'BILL_NOT_EXIST', 'isp.bill_not_exist', 'NO_BILL_DATA')) throw error
    if (gateway.config.clock.now() < beijingHour(day, 1, readyHour)) return 'not_ready'
    const file = new Uint8Array()
    return { day, rows: [], file, sha256: createHash('sha256').update(file).digest('hex') }
  }
}

export const downloadBill = (gateway: AlipayGateway, day: string, signal?: AbortSignal) =>
  download(gateway, { type: 'trade', read: readAlipayBill }, day, signal)

export const downloadFlow = (gateway: AlipayGateway, day: string, signal?: AbortSignal) =>
  download(gateway, { type: 'signcustomer', read: readAlipayFlow }, day, signal)
