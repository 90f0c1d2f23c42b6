import { createHash } from 'node:crypto'
import { seededRandom } from '../../core/random.ts'
import { chinaDay } from '../china-time.ts'
import { defaultMerchantSettings } from '../merchant.ts'
import { createCourier } from '../notice-courier.ts'
import { createNumbers } from '../numbers.ts'
import { privatePem, publicPem, seededKeys } from '../seeded-keys.ts'
import type { Transfer } from '../transfer.ts'
import { createVirtualClock } from '../virtual-clock.ts'
import type { WechatAccount } from './account.ts'
import { makeCertificate, serialOf, type PlatformCertificate } from './certificate.ts'
import { composeTransferNotice, composeWechatNotice } from './notice.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const year = 365 * 24 * hour

/** pay.weixin.qq.com/doc/v3/merchant/4012791882 (read 2026-11): sixteen deliveries in about a day. */
const gapsMs = [
  15 * second,
  15 * second,
  30 * second,
  3 * minute,
  10 * minute,
  20 * minute,
  30 * minute,
  30 * minute,
  30 * minute,
  60 * minute,
  3 * hour,
  3 * hour,
  3 * hour,
  6 * hour,
  6 * hour,
]

function isAccepted(status: number, answer: string): boolean {
  return (status === 200 || status === 204) && !answer.includes('"FAIL"')
}

const rules = { gapsMs, timeoutMs: 5000, isAccepted }
const keys = (whose: string) => seededKeys(`wechatpay sandbox ${whose}`)
const hex = (text: string) => createHash('sha256').update(text).digest('hex')

/** The n-th certificate: a key of its own, so that the old one proves nothing about the new one. */
function certificateAt(turn: number, now: Date): PlatformCertificate {
  const name = `platform ${turn}`
  const from = new Date(now.getTime() - hour)
  return makeCertificate(serialOf(name), keys(name), from, new Date(from.getTime() + 5 * year))
}

interface Certificates {
  all: PlatformCertificate[]
  turn: number
}

function baseOf(index: number) {
  return {
    id: `19${String(index).padStart(8, '0')}`,
    appId: `wx${hex(`app ${index}`).slice(0, 16)}`,
    appSecret: hex(`app secret ${index}`).slice(0, 32),
    merchantSerial: serialOf('merchant'),
    apiV3Key: hex(`api v3 key ${index}`).slice(0, 32),
    publicKeyId: `PUB_KEY_ID_01${String(index).padStart(10, '0')}2026112200000000000000000`,
    merchantKeys: () => keys('merchant'),
    publicKeys: () => keys('public key'),
    strangeKeys: () => keys('stranger'),
  }
}

/** A new certificate signs from now on; the old ones are still given out, as long as both may be met. */
export function rotateCertificate(account: WechatAccount, held: Certificates): { serial: string } {
  held.turn += 1
  const made = certificateAt(held.turn, account.clock.now())
  held.all.push(made)
  return { serial: made.serial }
}

const heldBy = new WeakMap<WechatAccount, Certificates>()

function heldOf(account: WechatAccount): Certificates {
  const held = heldBy.get(account) ?? { all: [], turn: -1 }
  heldBy.set(account, held)
  if (held.all.length === 0) rotateCertificate(account, held)
  return held
}

export const wechatActs = {
  'rotate-certificate': (account: WechatAccount) => rotateCertificate(account, heldOf(account)),
  /** The old ones are given out no more. */
  'retire-certificates': (account: WechatAccount) => {
    const held = heldOf(account)
    held.all = held.all.slice(-1)
  },
  'notify-by-certificate': (account: WechatAccount) => {
    account.notifiesByPublicKey = false
  },
  'notify-by-public-key': (account: WechatAccount) => {
    account.notifiesByPublicKey = true
  },
}

export function openWechatAccount(index: number, onDefect: (cause: unknown) => void): WechatAccount {
  const clock = createVirtualClock(onDefect)
  const numbers = createNumbers()
  const random = seededRandom(`wechatpay ${index}`)
  const day = () => chinaDay(clock.now()).replaceAll('-', '')
  const base = baseOf(index)
  const transfersMade = new Map<string, Transfer>()
  const account: WechatAccount = {
    ...base,
    clock,
    numbers,
    courier: createCourier(clock, rules),
    settings: { ...defaultMerchantSettings },
    trades: new Map(),
    bills: new Map(),
    oauthCodes: new Map(),
    transfersMade,
    transfers: { all: transfersMade, compose: (id, transfer) => composeTransferNotice(account, id, transfer) },
    nonces: new Set(),
    closesExpired: false,
    notifiesByPublicKey: true,
    certificates: () => heldOf(account).all,
    credentials: (origin) => ({
      appId: base.appId,
      appSecret: base.appSecret,
      merchantId: base.id,
      merchantSerial: base.merchantSerial,
      merchantPrivateKey: privatePem(base.merchantKeys()),
      apiV3Key: base.apiV3Key,
      publicKeyId: base.publicKeyId,
      publicKey: publicPem(base.publicKeys()),
      baseUrl: `${origin}/payments/wechat`,
    }),
    compose: (telling) => composeWechatNotice(account, telling),
    newNoticeId: () => `EV-${numbers.next(day(), 24)}`,
    newTransactionId: () => numbers.next(`42000${day()}`, 28),
    newPayerId: () => `o${hex(String(random.next())).slice(0, 27)}`,
    clear() {
      clock.clear()
      account.courier.clear()
      account.trades.clear()
      account.bills.clear()
      account.oauthCodes.clear()
      account.nonces.clear()
      transfersMade.clear()
      account.settings = { ...defaultMerchantSettings }
    },
  }
  return account
}
