import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { PaymentFailure } from '@mozhou/contracts/payments/payment-failure'
import { malformedBill } from '../malformed-bill.ts'
import type { Bill, BillRow } from '../bill.ts'
import type { WechatClient } from './client.ts'
import { isRefusedWith, textOf } from './errors.ts'
import { readWechatBill, readWechatFlow } from './read-bill.ts'

/** Unpacked; a day of a million trades is below it. */
const maxFileBytes = 512 * 1024 * 1024

const hashOf = (name: 'sha1' | 'sha256', bytes: Uint8Array) => createHash(name).update(bytes).digest('hex')

/** Their hash is of what was packed, mark and line ends included. */
function unpack(file: Uint8Array, hash: string): Uint8Array {
  let bytes: Uint8Array
  try {
    bytes = gunzipSync(file, { maxOutputLength: maxFileBytes })
  } catch {
    throw malformedBill('wechat', 'malformed_gzip')
  }
  if (hashOf('sha1', bytes) !== hash.toLowerCase()) throw malformedBill('wechat', 'wrong_hash')
  return bytes
}

/** On our own way to them only: the address comes signed, but a signature of ours goes to no other host. */
function downloadUrl({ config }: WechatClient, address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null
  const isTheirs = url?.hostname.endsWith('.mch.weixin.qq.com') ?? false
  const isOurBase = config.baseUrl !== undefined && url?.host === new URL(config.baseUrl).host
  if (!url || !(isTheirs || isOurBase)) throw malformedBill('wechat', 'strange_download_address')
  return url
}

interface BillKind {
  /** Below the base URL, the day left out. */
  query: string
  read(bytes: Uint8Array): BillRow[]
}

/** The address lives for half a minute, so it is used at once and never kept. */
async function download(
  client: WechatClient,
  { query, read }: BillKind,
  day: string,
  signal?: AbortSignal,
): Promise<Bill | 'not_ready'> {
  const path = `${query}&tar_type=GZIP&bill_date=${encodeURIComponent(day)}`
  try {
    const answer = await client.call({ method: 'GET', path, effect: 'reads', signal })
    const { status, body: file } = await client.download(downloadUrl(client, textOf(answer.download_url)), signal)
    if (status !== 200) throw new PaymentFailure('unavailable', { channel: 'wechat', vendorCode: `http_${status}` })
    const rows = read(unpack(file, textOf(answer.hash_value)))
    return { day, rows, file, sha256: hashOf('sha256', file) }
  } catch (error) {
    if (isRefusedWith(error, 'STATEMENT_CREATING')) return 'not_ready'
    // Nothing moved that day: there is no bill, and never will be.
    if (!isRefusedWith(error, 'NO_STATEMENT_EXIST')) throw error
    const file = new Uint8Array()
    return { day, rows: [], file, sha256: hashOf('sha256', file) }
  }
}

export const downloadBill = (client: WechatClient, day: string, signal?: AbortSignal) =>
  download(client, { query: '/v3/bill/tradebill?bill_type=ALL', read: readWechatBill }, day, signal)

/** Of the operation account, from which transfers leave. */
export const downloadFlow = (client: WechatClient, day: string, signal?: AbortSignal) =>
  download(client, { query: '/v3/bill/fundflowbill?account_type=OPERATION', read: readWechatFlow }, day, signal)
