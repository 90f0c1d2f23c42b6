import { crashPostgres } from '../support/crash-postgres.ts'
import { freezePostgres } from '../support/freeze-postgres.ts'
import type { Part } from '../support/part.ts'
import type { Stack } from '../support/stack.ts'

const struckParts = ['postgres', 'redis', 'temporal', 'api', 'worker', 'sandbox'] as const
type StruckPart = (typeof struckParts)[number]

export interface Strike {
  part: StruckPart
  way: 'kill' | 'freeze'
  /** How long the part is away; a killed one takes its start in addition. */
  awayMs: number
}

/** `count` strikes in a random order: every part in both ways before any comes again. `random` gives numbers from 0 to 1. */
export function drawStrikes(count: number, random: () => number, awayMs: { least: number; most: number }): Strike[] {
  const strikes: Strike[] = []
  while (strikes.length < count) {
    const deck = struckParts.flatMap((part) => (['kill', 'freeze'] as const).map((way) => ({ part, way })))
    for (const blow of shuffled(deck, random))
      strikes.push({ ...blow, awayMs: Math.round(awayMs.least + random() * (awayMs.most - awayMs.least)) })
  }
  return strikes.slice(0, count)
}

function shuffled<T>(cards: readonly T[], random: () => number): T[] {
  return cards
    .map((card) => ({ card, place: random() }))
    .toSorted((left, right) => left.place - right.place)
    .map(({ card }) => card)
}

/** Strikes and gives what puts the part right again: resolves when it answers. */
export async function strike(stack: Stack, { part, way }: Strike): Promise<() => Promise<void>> {
  const struck: Part = part === 'sandbox' ? stack.sandboxProcess : stack[part]
  if (way === 'kill') {
    await (part === 'postgres' ? crashPostgres(stack) : struck.kill())
    return () => struck.start()
  }
  if (part === 'postgres') {
    const thaw = await freezePostgres(stack)
    return async () => thaw()
  }
  struck.freeze()
  return async () => struck.thaw()
}
