import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { PaymentFailure } from '@mozhou/contracts/payments/payment-failure'
import { malformedBill } from '../malformed-bill.ts'
import type { Bill } from '../port.ts'
import type { WechatClient } from './client.ts'
import { isRefusedWith, textOf } from './errors.ts'
import { readWechatBill } from './read-bill.ts'

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

/** The address lives for half a minute, so it is used at once and never kept. */
export async function downloadBill(
  client: WechatClient,
  day: string,
  signal?: AbortSignal,
): Promise<Bill | 'not_ready'> {
  const path = `/v3/bill/tradebill?bill_date=${encodeURIComponent(day)}&bill_type=ALL&tar_type=GZIP`
  try {
    const answer = await client.call({ method: 'GET', path, effect: 'reads', signal })
    const { status, body: file } = await client.download(downloadUrl(client, textOf(answer.download_url)), signal)
    if (status !== 200) throw new PaymentFailure('unavailable', { channel: 'wechat', vendorCode: `http_${status}` })
    const rows = readWechatBill(unpack(file, textOf(answer.hash_value)))
    return { day, rows, file, sha256: hashOf('sha256', file) }
  } catch (error) {
    if (isRefusedWith(error, 'STATEMENT_CREATING')) return 'not_ready'
    // No trades that day: there is no bill, and never will be.
    if (!isRefusedWith(error, 'NO_STATEMENT_EXIST')) throw error
    const file = new Uint8Array()
    return { day, rows: [], file, sha256: hashOf('sha256', file) }
  }
}
