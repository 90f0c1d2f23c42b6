import { readSandboxUrl } from '../../ai/testing/env.ts'
import type { Channel } from '../port.ts'
import type { SandboxKeys } from '../sandbox-keys.ts'

export interface MerchantSettings {
  firstNoticeMs?: number
  refundMs?: number
  refundEnd?: 'succeeded' | 'closed' | 'abnormal'
  isBillReady?: boolean
  isWireTimeVirtual?: boolean
}

export interface SentNotice {
  id: string
  orderNo: string
  event: string
  attempts: { at: string; status: number | null; answer: string; isAccepted: boolean }[]
  nextAt: string | null
}

interface Payment {
  isLate?: boolean
  lessFen?: number
  /** ISO */
  at?: string
}

/** A merchant of its own in the shared sandbox: its trades, time and faults are nobody else's. */
export interface SandboxMerchant {
  id: string
  keys: SandboxKeys
  scan(trade: string): Promise<unknown>
  /** By order number, or by what the QR says. */
  pay(trade: string, payment?: Payment): Promise<{ end: string }>
  /** Sends it now, `times` at once, and tells what was answered. */
  notify(trade: string, notice?: { event?: string; variants?: string[]; times?: number }): Promise<SentNotice>
  /** A fault for the next call or notice of this merchant, or of one order or method of it. */
  fail(fault: string, of?: { name?: string; times?: number; arg?: number }): Promise<unknown>
  advance(ms: number): Promise<unknown>
  settle(): Promise<unknown>
  act(name: string, body?: object): Promise<unknown>
  notices(): Promise<SentNotice[]>
}

async function send<T>(method: string, url: string, body?: object): Promise<T> {
  const response = await fetch(url, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${url}: HTTP ${response.status} ${text}`)
  // The sandbox's own answers, in the shape that the caller names.
  return (text === '' ? {} : JSON.parse(text)) as T
}

export async function openSandboxMerchant(channel: Channel, settings: MerchantSettings = {}): Promise<SandboxMerchant> {
  const sandbox = readSandboxUrl()
  const room = `${sandbox}/payments/${channel}/__ctl/merchants`
  const keys = await send<SandboxKeys>('POST', room, { firstNoticeMs: 0, ...settings })
  const id = (channel === 'alipay' ? keys.appId : keys.merchantId) ?? ''
  const post = <T>(path: string, body: object = {}) => send<T>('POST', `${room}/${id}/${path}`, body)
  return {
    id,
    keys,
    scan: (trade) => post('scan', { trade }),
    pay: (trade, payment = {}) => post('pay', { trade, ...payment }),
    notify: (trade, notice = {}) => post('notices', { trade, ...notice }),
    fail: (fault, { name = id, times = 1, arg } = {}) =>
      send('POST', `${sandbox}/__sandbox/behavior`, {
        vendor: channel,
        model: name,
        fault,
        times,
        ...(arg && { arg }),
      }),
    advance: (ms) => post('advance', { ms }),
    settle: () => post('settle'),
    act: (name, body) => post(name, body),
    notices: async () => (await send<{ notices: SentNotice[] }>('GET', `${room}/${id}/notices`)).notices,
  }
}
