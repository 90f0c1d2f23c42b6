import { readFileSync } from 'node:fs'

/**
 * Loaded before everything else by the Node processes of a stack whose clock a test moves (`moved-clock.ts`): what they take for now is what
 * the machine says, and so much later as stands in a file. Timers, the databases and Temporal keep the machine's time; the product knows
 * nothing of it.
 */
const file = process.env['MOVED_CLOCK_FILE'] ?? ''
const lookEveryMs = 20
const RealDate = Date
let aheadMs = 0
let lookedAt = Number.NEGATIVE_INFINITY

function ahead(): number {
  const now = performance.now()
  if (now - lookedAt < lookEveryMs) return aheadMs
  lookedAt = now
  aheadMs = Number(readFileSync(file, 'utf8'))
  return aheadMs
}

const now = () => RealDate.now() + ahead()

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given: unknown[], newTarget): Date =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget) as Date,
  apply: () => new RealDate(now()).toString(),
  get: (target, key, receiver): unknown => (key === 'now' ? now : Reflect.get(target, key, receiver)),
})
