import type { FaultCatalogue } from './catalogue.ts'

/** A fault with its numbers settled, ready to be applied to one call. */
export interface ActiveFault {
  name: string
  /** Pieces of text delivered before it strikes; null means before anything. */
  afterChunks: number | null
  /** Milliseconds; null means the fault's default. */
  delayMs: number | null
  variant: string | null
}

/** A fault as written in a model suffix, a prompt token or the behaviour queue. */
export interface FaultSpec extends ActiveFault {
  /** How many calls it strikes; null means every call. */
  times: number | null
}

const defaultChunks = 3

/** Parses `name` or `name:arg`; null when the name is no fault or a number was expected and not given. */
export function parseFault(catalogue: FaultCatalogue, text: string): FaultSpec | null {
  const [name = '', argument] = text.split(':', 2)
  const entry = catalogue.find(name)
  if (entry === null) return null
  const spec: FaultSpec = { name: entry.name, afterChunks: null, delayMs: null, variant: null, times: null }
  if (entry.argument === 'afterChunks') {
    spec.afterChunks = entry.defaultChunks === undefined ? defaultChunks : entry.defaultChunks
  }
  if (argument === undefined || argument === '') return spec
  if (entry.argument === 'variant') return { ...spec, variant: argument }
  const number = Number(argument)
  if (!Number.isInteger(number) || number < 0 || entry.argument === 'none') return null
  return { ...spec, [entry.argument]: number }
}

/** For the request log: `cut:5`, `rate-limit`. */
export function describeFault(fault: ActiveFault): string {
  const detail = fault.variant ?? fault.delayMs ?? fault.afterChunks
  return detail === null ? fault.name : `${fault.name}:${detail}`
}

export function hasFault(faults: readonly ActiveFault[], name: string): ActiveFault | null {
  return faults.find((fault) => fault.name === name) ?? null
}
