import { describeFault, type FaultSpec } from './active-fault.ts'

export interface Behavior {
  id: number
  vendor: string | null
  /** Upstream model id without suffix; null for every model. */
  model: string | null
  faults: FaultSpec[]
  /** Calls left; null until cleared. */
  remaining: number | null
}

export interface BehaviorQueue {
  add(behavior: Omit<Behavior, 'id'>): Behavior
  list(): Behavior[]
  /** Takes one use of the first behaviour that fits; later ones wait their turn. */
  take(vendor: string, model: string | null): FaultSpec[]
  /** The same for a call that goes by several names, and of those behaviours only whose faults are all listed. */
  takeListed(vendor: string, names: readonly string[], faults: readonly string[]): FaultSpec[]
  remove(id: number): boolean
  clear(): void
}

export function createBehaviorQueue(): BehaviorQueue {
  let behaviors: Behavior[] = []
  let lastId = 0
  const fits = (behavior: Behavior, vendor: string, names: readonly (string | null)[]) =>
    (behavior.vendor === null || behavior.vendor === vendor) &&
    (behavior.model === null || names.includes(behavior.model))
  const takeFirst = (suits: (candidate: Behavior) => boolean): FaultSpec[] => {
    const behavior = behaviors.find(suits)
    if (behavior === undefined) return []
    if (behavior.remaining !== null) behavior.remaining -= 1
    if (behavior.remaining === 0) behaviors = behaviors.filter((other) => other !== behavior)
    return behavior.faults
  }
  return {
    add(behavior) {
      lastId += 1
      const added = { ...behavior, id: lastId }
      behaviors.push(added)
      return added
    },
    list: () => [...behaviors],
    take: (vendor, model) => takeFirst((candidate) => fits(candidate, vendor, [model])),
    takeListed: (vendor, names, faults) =>
      takeFirst(
        (candidate) => fits(candidate, vendor, names) && candidate.faults.every(({ name }) => faults.includes(name)),
      ),
    remove(id) {
      const before = behaviors.length
      behaviors = behaviors.filter((behavior) => behavior.id !== id)
      return behaviors.length < before
    },
    clear() {
      behaviors = []
    },
  }
}

/** As the control endpoints show it. */
export function behaviorView(behavior: Behavior) {
  return {
    id: behavior.id,
    vendor: behavior.vendor,
    model: behavior.model,
    faults: behavior.faults.map(describeFault),
    remaining: behavior.remaining,
  }
}
