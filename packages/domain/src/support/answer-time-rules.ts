/** One conversation: how long until its first answer, or how long it has gone without one. */
export interface AnswerWait {
  waitedMs: number
  isAnswered: boolean
}

/** Fewer say nothing about the next one. */
const leastTold = 5

/**
 * Within how long half of the conversations have their first answer. Those without one count for as long as they have waited, so that a
 * queue that nobody works through does not look quick: the Kaplan–Meier median (https://www.jstor.org/stable/2281868). Null when too few
 * are answered, or less than half would be.
 */
export function medianAnswerMs(waits: readonly AnswerWait[]): number | null {
  if (waits.filter(({ isAnswered }) => isAnswered).length < leastTold) return null
  // Of the same instant, answers come first: who still waits then was among those it could have come to.
  const ordered = waits.toSorted(
    (left, right) => left.waitedMs - right.waitedMs || Number(right.isAnswered) - Number(left.isAnswered),
  )
  let unanswered = 1
  for (const [at, { waitedMs, isAnswered }] of ordered.entries()) {
    if (!isAnswered) continue
    unanswered *= 1 - 1 / (ordered.length - at)
    if (unanswered <= 0.5 + Number.EPSILON * ordered.length) return waitedMs
  }
  return null
}
