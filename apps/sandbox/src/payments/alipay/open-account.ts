import { createHash } from 'node:crypto'
import { seededRandom } from '../../core/random.ts'
import { chinaDay } from '../china-time.ts'
import { defaultMerchantSettings } from '../merchant.ts'
import { createCourier } from '../notice-courier.ts'
import { createNumbers } from '../numbers.ts'
import { privatePem, publicPem, seededKeys } from '../seeded-keys.ts'
import type { Transfer } from '../transfer.ts'
import { createVirtualClock } from '../virtual-clock.ts'
import type { Agreement } from '../agreement.ts'
import type { AlipayAccount } from './account.ts'
import { createAgreementBook } from './agreement-book.ts'
import { composeAlipayNotice } from './notice.ts'

const minute = 60_000
const hour = 60 * minute

/** Eight deliveries within 25 hours (opendocs.alipay.com/open/270/105902, read 2026-11). */
const rules = {
  gapsMs: [4 * minute, 10 * minute, 10 * minute, hour, 2 * hour, 6 * hour, 15 * hour],
  timeoutMs: 10_000,
  isAccepted: (status: number, answer: string) => status === 200 && answer === 'success',
}

/** Same keys for all: what keeps accounts apart is their numbers. */
const keys = (whose: string) => seededKeys(`alipay sandbox ${whose}`)

const serial = (name: string) => createHash('md5').update(`alipay sandbox ${name}`).digest('hex')
const certificateSerials = { appCertSn: serial('app certificate'), rootCertSn: serial('root certificate') }

export function openAlipayAccount(index: number, onDefect: (cause: unknown) => void): AlipayAccount {
  const clock = createVirtualClock(onDefect)
  const numbers = createNumbers()
  const random = seededRandom(`alipay ${index}`)
  const day = () => chinaDay(clock.now()).replaceAll('-', '')
  const agreementsSigned = new Map<string, Agreement>()
  const transfersMade = new Map<string, Transfer>()
  const account: AlipayAccount = {
    agreementsSigned,
    transfersMade,
    // Nobody is told of one: the merchant asks.
    transfers: { all: transfersMade, compose: () => ({ headers: {}, body: '' }) },
    ...certificateSerials,
    agreements: createAgreementBook(() => account, agreementsSigned),
    id: `2021000${String(index).padStart(9, '0')}`,
    sellerId: `2088${String(index).padStart(12, '0')}`,
    clock,
    numbers,
    courier: createCourier(clock, rules),
    settings: { ...defaultMerchantSettings },
    trades: new Map(),
    bills: new Map(),
    closesExpired: true,
    appKeys: () => keys('app'),
    alipayKeys: () => keys('alipay'),
    strangeKeys: () => keys('stranger'),
    credentials: (origin) => ({
      appId: account.id,
      sellerId: account.sellerId,
      gateway: `${origin}/payments/alipay/gateway.do`,
      appPrivateKey: privatePem(account.appKeys()),
      alipayPublicKey: publicPem(account.alipayKeys()),
      ...certificateSerials,
    }),
    compose: (telling) => composeAlipayNotice(account, telling),
    newNoticeId: () => numbers.next(`${day()}00222`, 34),
    newTransactionId: () => numbers.next(`${day()}22001`, 28),
    newPayerId: () => `2088${String(random.between(100_000_000_000, 999_999_999_999))}`,
    clear() {
      clock.clear()
      account.courier.clear()
      account.trades.clear()
      account.bills.clear()
      agreementsSigned.clear()
      transfersMade.clear()
      account.settings = { ...defaultMerchantSettings }
    },
  }
  return account
}
