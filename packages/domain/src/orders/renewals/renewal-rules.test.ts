import { describe, expect, it } from 'vitest'
import { addMonths } from '../../memberships/period-rules.ts'
import { dayStart } from '../../shanghai-day.ts'
import { agreedDay, chargeDeadline, isInTime, nextStep, tryTimes } from './renewal-rules.ts'
import type { ChargeFacts, RenewalFacts } from './renewal-rules.ts'

const hour = 3_600_000
const day = 24 * hour
const at = (text: string) => new Date(`${text}+08:00`)
const before = (date: Date, ms: number) => new Date(date.getTime() - ms)
const after = (date: Date, ms: number) => new Date(date.getTime() + ms)

describe('the days of a charge', () => {
  it.each([
    ['2027-03-15T10:00:00', '2027-03-14'],
    ['2027-03-01T00:30:00', '2027-02-28'],
    ['2027-01-31T23:30:00', '2027-01-28'],
    ['2027-03-30T08:00:00', '2027-03-28'],
    ['2027-02-28T23:30:00', '2027-02-27'],
  ])('for an end at %s is agreed up to %s', (end, agreed) => {
    expect(agreedDay(at(end))).toBe(agreed)
  })

  it('are three, a day apart, inside the window and a day before the end, for a year of renewals from any day', () => {
    for (let start = at('2027-01-01T00:10:00'); start < at('2028-01-01T00:00:00'); start = after(start, day + hour)) {
      const first = addMonths(start, 1)
      let nextDay = agreedDay(first)
      for (let months = 1; months <= 12; months += 1) {
        const endsAt = addMonths(start, months)
        const times = tryTimes(endsAt, nextDay)
        expect(times).toHaveLength(3)
        for (const time of times) {
          expect(time >= dayStart(nextDay, -5) && time < chargeDeadline(endsAt, nextDay)).toBe(true)
          expect(endsAt.getTime() - time.getTime()).toBeGreaterThanOrEqual(day)
          expect(endsAt.getTime() - time.getTime()).toBeLessThan(8 * day)
        }
        // The channel counts months on from its own day.
        nextDay = addMonths(dayStart(nextDay), 1).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
      }
    }
  })

  it('leave nobody signing who could not be told five days before', () => {
    const endsAt = at('2027-03-15T10:00:00')
    expect(isInTime(endsAt, before(endsAt, 9 * day))).toBe(true)
    expect(isInTime(endsAt, before(endsAt, 8 * day))).toBe(false)
  })
})

const endsAt = at('2027-03-15T10:00:00')
const firstTryAt = before(endsAt, 3 * day)
const facts = (more: Partial<RenewalFacts> = {}): RenewalFacts => ({
  now: before(endsAt, 8 * day),
  isUserActive: true,
  isOffered: true,
  plan: { priceFen: 990, isOnSale: true },
  priceFen: 990,
  endsAt,
  nextDay: '2027-03-14',
  checkedAt: before(endsAt, 8 * day),
  charge: null,
  open: null,
  ...more,
})
const announced = (more: Partial<ChargeFacts> = {}): ChargeFacts => ({
  periodEndsAt: endsAt,
  amountFen: 990,
  firstTryAt,
  remindedAt: null,
  tries: 0,
  outcome: null,
  isAgreementEnded: false,
  triedAt: null,
  orderStatus: null,
  ...more,
})
const step = (now: Date, more: Partial<RenewalFacts> = {}) => nextStep(facts({ now, checkedAt: now, ...more }))

describe('what is due', () => {
  it.each<[string, Date, Partial<RenewalFacts>, object]>([
    ['nothing, long before', before(endsAt, 40 * day), {}, { kind: 'wait' }],
    ['nothing a minute before the notice', before(firstTryAt, 5 * day + 60_000), {}, { kind: 'wait' }],
    ['the notice, five days before', before(firstTryAt, 5 * day), {}, { kind: 'announce', firstTryAt }],
    [
      'the notice after an outage, and the charge five days later',
      before(firstTryAt, 4 * day),
      {},
      { kind: 'announce', firstTryAt: after(firstTryAt, day) },
    ],
    ['the end, where five days are no more', before(firstTryAt, 2 * day), {}, { kind: 'end', reason: 'missed' }],
    ['nothing between the notices', before(firstTryAt, 2 * day), { charge: announced() }, { kind: 'wait' }],
    ['the second notice', before(firstTryAt, day), { charge: announced() }, { kind: 'remind' }],
    [
      'no charge within a day of the second notice',
      after(firstTryAt, hour),
      { charge: announced({ remindedAt: before(firstTryAt, hour) }) },
      { kind: 'wait' },
    ],
    ['the charge', firstTryAt, { charge: announced({ remindedAt: before(firstTryAt, day) }) }, { kind: 'charge' }],
  ])('%s', (_what, now, more, expected) => {
    expect(step(now, more)).toEqual(expected)
  })

  const tried = (more: Partial<ChargeFacts>) => {
    const charge = announced({ remindedAt: before(firstTryAt, day), orderStatus: 'pending', ...more })
    return { charge, open: charge }
  }
  it.each<[string, Date, Partial<ChargeFacts>, object]>([
    ['whatever is unknown is asked about', firstTryAt, { tries: 1, outcome: 'submitted' }, { kind: 'ask' }],
    [
      'and so after the end',
      after(endsAt, day),
      { tries: 1, outcome: 'submitted', triedAt: firstTryAt },
      { kind: 'ask' },
    ],
    [
      'a refused one waits a day',
      after(firstTryAt, hour),
      { tries: 1, outcome: 'refused', triedAt: firstTryAt },
      { kind: 'wait' },
    ],
    [
      'and is tried again',
      after(firstTryAt, day),
      { tries: 1, outcome: 'refused', triedAt: firstTryAt },
      { kind: 'charge' },
    ],
    [
      'one that was not sent goes out soon',
      after(firstTryAt, 6 * 60_000),
      { tries: 0, outcome: 'not_sent', triedAt: firstTryAt },
      { kind: 'charge' },
    ],
    [
      'the third refusal ends it',
      after(firstTryAt, 2 * day),
      { tries: 3, outcome: 'refused', triedAt: after(firstTryAt, 2 * day) },
      { kind: 'end', reason: 'not_paid' },
    ],
    [
      'so does a try that the window has no room for',
      after(firstTryAt, 2 * day),
      { tries: 2, outcome: 'refused', triedAt: after(firstTryAt, 2 * day) },
      { kind: 'end', reason: 'not_paid' },
    ],
    [
      'an agreement that is gone ends it at once',
      firstTryAt,
      { tries: 1, outcome: 'refused', isAgreementEnded: true, triedAt: firstTryAt },
      { kind: 'end', reason: 'ended_at_channel' },
    ],
    [
      'an order that was closed too',
      firstTryAt,
      { tries: 1, orderStatus: 'closed' },
      { kind: 'end', reason: 'not_paid' },
    ],
  ])('%s', (_what, now, more, expected) => {
    expect(step(now, tried(more))).toEqual(expected)
  })
})

describe('without a new consent', () => {
  const noticeAt = before(firstTryAt, 5 * day)
  it.each<[string, Partial<RenewalFacts>, string]>([
    ['a higher price is not charged', { plan: { priceFen: 991, isOnSale: true } }, 'price_raised'],
    ['a plan off sale is not', { plan: { priceFen: 990, isOnSale: false } }, 'plan_off_sale'],
    ['nothing is where the channel takes none', { isOffered: false }, 'channel_off'],
  ])('%s', (_what, more, reason) => {
    expect(step(noticeAt, more)).toEqual({ kind: 'end', reason })
    const charge = announced({ remindedAt: before(firstTryAt, day) })
    expect(step(firstTryAt, { ...more, charge })).toEqual({ kind: 'end', reason })
    // A year before, nothing is said: it may be so again by then.
    expect(step(before(endsAt, 40 * day), more)).toEqual({ kind: 'wait' })
  })

  it('more than was announced is not charged, though it was agreed to', () => {
    const charge = announced({ amountFen: 590, remindedAt: before(firstTryAt, day) })
    expect(step(firstTryAt, { charge, plan: { priceFen: 590, isOnSale: true } })).toEqual({ kind: 'charge' })
    expect(step(firstTryAt, { charge })).toEqual({ kind: 'end', reason: 'price_raised' })
  })

  it('nobody is charged who is suspended, or whose membership is over', () => {
    expect(step(before(endsAt, 40 * day), { isUserActive: false })).toEqual({ kind: 'end', reason: 'suspended' })
    expect(step(endsAt)).toEqual({ kind: 'end', reason: 'missed' })
    expect(step(endsAt, { charge: announced({ tries: 2 }) })).toEqual({ kind: 'end', reason: 'not_paid' })
  })
})

describe('the channel', () => {
  it('is asked about the agreement now and then, and right before the charge', () => {
    const now = before(endsAt, 9 * day)
    expect(nextStep(facts({ now, checkedAt: before(now, 13 * hour) }))).toEqual({ kind: 'refresh' })
    const charge = announced({ remindedAt: before(firstTryAt, day) })
    expect(nextStep(facts({ now: firstTryAt, checkedAt: before(firstTryAt, hour), charge }))).toEqual({
      kind: 'refresh',
    })
  })

  it('is told to wait when months were bought by hand, and the order of the old end is closed', () => {
    const later = at('2027-06-15T10:00:00')
    expect(step(before(endsAt, 9 * day), { endsAt: later })).toEqual({ kind: 'postpone', day: '2027-06-14' })
    const open = announced({ tries: 1, outcome: 'refused', orderStatus: 'pending' })
    expect(step(firstTryAt, { endsAt: later, open })).toEqual({ kind: 'close' })
  })
})
