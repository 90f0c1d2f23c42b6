import type { RuleOf } from '@mozhou/contracts/campaigns/rule'
import { dayOf, dayStart } from '../shanghai-day.ts'

type CheckInRule = RuleOf<'check_in'>

/** Credits for the day that makes a run so long; beyond the table it begins again, or stays at its last. */
export function creditsForDay({ table, after }: CheckInRule, streak: number): number {
  const index = after === 'repeat' ? (streak - 1) % table.length : Math.min(streak, table.length) - 1
  const credits = table[index]
  if (credits === undefined) throw new RangeError(`a run of ${streak} days has no place in the table`)
  return credits
}

/** What a run gives besides on the day that makes it so long; 0 where that is no milestone. */
export function milestoneFor({ milestones }: CheckInRule, streak: number): number {
  return milestones.reduce((most, { days, credits }) => (days === streak ? Math.max(most, credits) : most), 0)
}

/** The first day of a run that is so long on its last. */
export function runStart(lastDay: string, streak: number): string {
  return dayOf(dayStart(lastDay, 1 - streak))
}

/** Days in a row up to `lastDay`, which is one of them or is not: with a gap before it the answer is 0. `days` in any order. */
export function runUpTo(days: readonly string[], lastDay: string): number {
  const known = new Set(days)
  let length = 0
  while (known.has(dayOf(dayStart(lastDay, -length)))) length += 1
  return length
}
