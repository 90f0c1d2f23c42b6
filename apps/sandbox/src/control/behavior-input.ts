import { z } from 'zod'
import { findVendor } from '../core/vendor-key.ts'
import { parseFault, type FaultSpec } from '../faults/active-fault.ts'
import { findFault } from '../faults/catalogue.ts'
import type { Behavior } from '../faults/behavior-queue.ts'
import { isSet } from '../core/is-set.ts'

const milliseconds = z.number().int().min(0).max(3_600_000)

export const vendorName = z.string().transform((text, context) => {
  const vendor = findVendor(text)
  if (vendor !== null) return vendor
  context.addIssue(`"${text}" is no vendor`)
  return z.NEVER
})

export const behaviorInput = z.strictObject({
  vendor: vendorName.nullish(),
  model: z.string().min(1).nullish(),
  /** One fault or several at once; each may carry its argument: `cut:5`. */
  fault: z.union([z.string(), z.array(z.string()).min(1)]),
  arg: z.union([z.string(), z.number()]).nullish(),
  /** Calls it strikes; null until cleared. */
  times: z.number().int().min(1).nullable().optional(),
  afterChunks: z.number().int().min(0).nullish(),
  delayMs: milliseconds.nullish(),
})

export type BehaviorInput = z.infer<typeof behaviorInput>

/** Each number goes to the faults it means something to; a rate limit's delay is the wait it asks for. */
function withNumbers(spec: FaultSpec, input: BehaviorInput): FaultSpec {
  const argument = findFault(spec.name)?.argument
  const takesDelay = argument === 'delayMs' || spec.name.startsWith('rate-limit')
  return {
    ...spec,
    afterChunks: argument === 'afterChunks' ? (input.afterChunks ?? spec.afterChunks) : null,
    delayMs: takesDelay ? (input.delayMs ?? spec.delayMs) : null,
  }
}

/** The queued form, or the name that is no fault. */
export function toBehavior(input: BehaviorInput): Omit<Behavior, 'id'> | { wrongFault: string } {
  const written = typeof input.fault === 'string' ? [input.fault] : input.fault
  const faults: FaultSpec[] = []
  for (const text of written) {
    const isBare = !text.includes(':') && isSet(input.arg) && findFault(text)?.argument !== 'none'
    const full = isBare ? `${text}:${input.arg}` : text
    const spec = parseFault(full)
    if (spec === null) return { wrongFault: full }
    faults.push(withNumbers(spec, input))
  }
  const times = faults.map((fault) => fault.times).find((count) => count !== null)
  return {
    vendor: input.vendor ?? null,
    model: input.model ?? null,
    faults: faults.map((fault) => ({ ...fault, times: null })),
    remaining: input.times === undefined ? (times ?? 1) : input.times,
  }
}
