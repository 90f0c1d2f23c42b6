import { PaymentFailure } from '@mozhou/contracts/payments/payment-failure'
import type { Agreement, Agreements, AgreementTerms, Deduction } from '@mozhou/integrations/payments/agreements'
import type { FakeChannel } from '../../testing/fake-channel.ts'

interface PlayedAgreement {
  state: 'offered' | 'active' | 'ended'
  nextDay: string
  terms: AgreementTerms
}

type Mood = Extract<Deduction, { kind: 'refused' }>['reason'] | 'lost' | 'lost_unpaid' | 'away' | 'dies'

/** Agreements at a channel that a test plays: who signs, who ends, and how the next deductions go. */
export interface FakeAgreements extends Agreements {
  isOffered: boolean
  all: Map<string, PlayedAgreement>
  /** Each deduction takes the first; without any it is paid. */
  moods: Mood[]
  /** Numbers under which money was asked for, in order. */
  asked: string[]
  postponed: string[]
  numberOf(externalNo: string): string
}

const refused = (reason: Extract<Deduction, { kind: 'refused' }>['reason']): Deduction => ({
  kind: 'refused',
  reason,
  vendorCode: reason,
})

export function createFakeAgreements(channel: FakeChannel, now: () => Date): FakeAgreements {
  const all: FakeAgreements['all'] = new Map()
  const numberOf = (externalNo: string) => `A${externalNo}`
  const find = (agreementNo: string) => [...all].find(([externalNo]) => numberOf(externalNo) === agreementNo)?.[1]
  const fake: FakeAgreements = {
    isOffered: true,
    all,
    moods: [],
    asked: [],
    postponed: [],
    numberOf,
    async signUrl(terms) {
      all.set(terms.externalNo, all.get(terms.externalNo) ?? { state: 'offered', nextDay: terms.firstDay, terms })
      return `https://sign.test/${terms.externalNo}`
    },
    async query({ externalNo }): Promise<Agreement> {
      const played = all.get(externalNo)
      if (!played || played.state === 'offered') return { state: 'absent', agreementNo: null, nextDay: null }
      return { state: played.state, agreementNo: numberOf(externalNo), nextDay: played.nextDay }
    },
    async cancel({ externalNo }) {
      const played = all.get(externalNo)
      if (played?.state !== 'active') return 'absent'
      played.state = 'ended'
      return 'ended'
    },
    async postpone({ agreementNo, day }) {
      const played = find(agreementNo)
      if (played) played.nextDay = day
      fake.postponed.push(day)
    },
    async deduct({ agreementNo, orderNo, amountFen }) {
      fake.asked.push(orderNo)
      const played = find(agreementNo)
      const mood = fake.moods.shift()
      if (mood === 'away') throw new PaymentFailure('unavailable', { channel: 'alipay' })
      if (mood === 'lost_unpaid') throw new PaymentFailure('unknown_outcome', { channel: 'alipay' })
      if (played?.state !== 'active') return refused('agreement_ended')
      if (amountFen > played.terms.mostFen) return refused('over_limit')
      if (mood !== undefined && mood !== 'lost' && mood !== 'dies') return refused(mood)
      const transactionId = `cycle-${orderNo}`
      if (channel.trades.get(orderNo)?.state !== 'paid') played.nextDay = nextMonth(played.nextDay, played.terms.months)
      channel.trades.set(orderNo, { amountFen, state: 'paid', transactionId })
      if (mood === 'dies') throw new Error('the process died')
      if (mood === 'lost') throw new PaymentFailure('unknown_outcome', { channel: 'alipay' })
      return { kind: 'paid', transactionId, amountFen, paidAt: now(), payerId: 'payer-1' }
    },
  }
  return fake
}

function nextMonth(day: string, months: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, at.getUTCDate())).toISOString().slice(0, 10)
}
