import { z } from 'zod'
import { parseFault, type FaultSpec } from '../faults/active-fault.ts'
import type { Behavior } from '../faults/behavior-queue.ts'
import type { FaultEntry } from '../faults/catalogue.ts'
import { isSet } from '../is-set.ts'
import type { SandboxState } from '../plug.ts'

const milliseconds = z.number().int().min(0).max(3_600_000)

export const vendorName = (state: SandboxState) =>
  z.string().transform((text, context) => {
    const plug = state.findPlug(text)
    if (plug !== null) return plug.key
    context.addIssue(`"${text}" is no vendor`)
    return z.NEVER
  })

const behaviorFields = z.strictObject({
  model: z.string().min(1).nullish(),
  /** One fault or several at once; each may carry its argument: `cut:5`. */
  fault: z.union([z.string(), z.array(z.string()).min(1)]),
  arg: z.union([z.string(), z.number()]).nullish(),
  /** Calls it strikes; null until cleared. */
  times: z.number().int().min(1).nullable().optional(),
  afterChunks: z.number().int().min(0).nullish(),
  delayMs: milliseconds.nullish(),
})

export const behaviorInput = (state: SandboxState) => behaviorFields.extend({ vendor: vendorName(state).nullish() })

export type BehaviorInput = z.infer<ReturnType<typeof behaviorInput>>

/** Each number goes to the faults it means something to; a rate limit's delay is the wait it asks for. */
function withNumbers(entry: FaultEntry | null, spec: FaultSpec, input: BehaviorInput): FaultSpec {
  const argument = entry?.argument
  const takesDelay = argument === 'delayMs' || entry?.takesDelay === true
  return {
    ...spec,
    afterChunks: argument === 'afterChunks' ? (input.afterChunks ?? spec.afterChunks) : null,
    delayMs: takesDelay ? (input.delayMs ?? spec.delayMs) : null,
  }
}

/** The queued form, or the name that is no fault. */
export function toBehavior(
  { faults: catalogue }: SandboxState,
  input: BehaviorInput,
): Omit<Behavior, 'id'> | { wrongFault: string } {
  const written = typeof input.fault === 'string' ? [input.fault] : input.fault
  const faults: FaultSpec[] = []
  for (const text of written) {
    const isBare = !text.includes(':') && isSet(input.arg) && catalogue.find(text)?.argument !== 'none'
    const full = isBare ? `${text}:${input.arg}` : text
    const spec = parseFault(catalogue, full)
    if (spec === null) return { wrongFault: full }
    faults.push(withNumbers(catalogue.find(spec.name), spec, input))
  }
  const times = faults.map((fault) => fault.times).find((count) => count !== null)
  return {
    vendor: input.vendor ?? null,
    model: input.model ?? null,
    faults: faults.map((fault) => ({ ...fault, times: null })),
    remaining: input.times === undefined ? (times ?? 1) : input.times,
  }
}
