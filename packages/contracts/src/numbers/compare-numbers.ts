import { eitherSign } from './minus.ts'
import { fact } from './quantity.ts'
import type { Quantity } from './quantity.ts'
import type { NumberReading } from './number-reading.ts'
import { readQuantities } from './read-quantities.ts'

export interface ComparedNumbers {
  /** Of the source, as they stand there, and not in the other text. */
  lost: string[]
  /** Of the other text, and not in the source. */
  added: string[]
  /** How many were looked at: of the source, and of the other text. */
  read: { source: number; target: number }
}

/** Numbers, dates and times of two texts as values: 1.2亿 is 120 million, 三成 is 30%, 2024年3月5日 is 5 March 2024. */
export function compareNumbers(
  source: string,
  target: string,
  readings: { source: NumberReading; target: NumberReading },
): ComparedNumbers {
  const here = readQuantities(source, readings.source.language, readings.source.decimals)
  const there = readQuantities(target, readings.target.language, readings.target.decimals)
  const isSpelled = readings.source.language !== 'other' && readings.target.language !== 'other'
  const asked = (all: readonly Quantity[]) => all.filter((one) => one.isFirm && (isSpelled || isWritten(one)))
  const [left, right] = [asked(here), asked(there)]
  return {
    lost: missing(left, there, isSpelled),
    added: missing(right, here, isSpelled),
    read: { source: left.length, target: right.length },
  }
}

function missing(asked: readonly Quantity[], other: readonly Quantity[], isSpelled: boolean): string[] {
  const facts = new Set(other.flatMap(({ offers }) => offers))
  if (!isSpelled) for (const known of [...unnamedMonths(facts), ...eitherSign(facts)]) facts.add(known)
  const lost = asked.filter(
    ({ needs }) => !needs.some((need) => need.length > 0 && need.every((one) => facts.has(one))),
  )
  return [...new Set(lost.map(({ text }) => text))]
}

/** Beside a language whose months have names that are not read, a day is a bare number, and a bare number may be a day. */
function unnamedMonths(facts: ReadonlySet<string>): string[] {
  const days = [...facts].flatMap((one) => {
    const [kind, value] = one.split(':')
    if (kind === 'u') return [fact('day-number', Number(value))]
    return kind === 'd' ? [fact('u', Number(value))] : []
  })
  return [...days, fact('month-unread', 0)]
}

/** Small numbers are often spelled, which is read in Chinese and in English alone. */
function isWritten({ text, offers }: Quantity): boolean {
  const bare = offers.filter((one) => one.startsWith('u:')).map((one) => Number(one.slice(2)))
  const isSmall = bare.length > 0 && bare.every((value) => Math.abs(value) <= 20 && Number.isInteger(value))
  return /\d/u.test(text) && !isSmall
}
