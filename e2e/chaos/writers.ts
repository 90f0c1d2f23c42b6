import { setTimeout as pause } from 'node:timers/promises'
import type { GenerationStartedDto } from '@mozhou/contracts/generations/answers'
import { bareId } from '../support/ids.ts'
import type { Person } from '../support/person.ts'
import type { Stack } from '../support/stack.ts'

const againAfterMs = 500
const lookEveryMs = 1_000

/** What people asked for and were told, for the verdict. */
export interface Asked {
  /** One for each press. */
  requestKeys: Set<string>
  /** Bare ids of what the API said that it had taken. */
  acknowledged: Set<string>
  /** How often each refusal was answered; `broken` where no answer came. */
  refusals: Map<string, number>
}

export interface Load extends Asked {
  /** No new presses; those under way are still pressed until they are answered. Resolves when all are. */
  end(): Promise<void>
  underWay(): number
}

/**
 * `eachAtOnce` texts of every person under way at any time: as soon as one has ended the next is asked for. A press that was refused or not answered is
 * repeated with its key, as our apps do.
 */
export function startLoad(stack: Stack, people: readonly Person[], eachAtOnce: number): Load {
  const asked: Asked = { requestKeys: new Set(), acknowledged: new Set(), refusals: new Map() }
  const ending = new AbortController()
  const active = new Map<string, () => void>()
  const ended = (generationId: string) => new Promise<void>((resolve) => active.set(generationId, resolve))
  const writer = async ({ api }: Person) => {
    while (!ending.signal.aborted) {
      const requestKey = crypto.randomUUID()
      asked.requestKeys.add(requestKey)
      const started = await insist(() => api.generate({ requestKey }), asked.refusals)
      const generationId = bareId('generation', started.generationId)
      asked.acknowledged.add(generationId)
      await Promise.race([ended(generationId), once(ending.signal)])
    }
  }
  const writers = people.flatMap((person) => Array.from({ length: eachAtOnce }, () => writer(person)))
  const looking = look(stack, active, ending.signal)
  return {
    ...asked,
    underWay: () => active.size,
    async end() {
      ending.abort()
      await Promise.all([...writers, looking])
    },
  }
}

/** @throws Error for a refusal that repeating does not mend */
export async function insist(
  press: () => Promise<GenerationStartedDto>,
  refusals: Map<string, number> = new Map(),
): Promise<GenerationStartedDto> {
  for (;;) {
    try {
      return await press()
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'broken'
      refusals.set(code, (refusals.get(code) ?? 0) + 1)
      await pause(againAfterMs)
    }
  }
}

/** One question for all, and not one each: the database has enough to do. */
async function look(stack: Stack, active: Map<string, () => void>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await pause(lookEveryMs)
    const rows = await stack.database
      .rows<{ id: string }>('SELECT id FROM generations WHERE id = ANY($1::uuid[]) AND finished_at IS NOT NULL', [
        [...active.keys()],
      ])
      // It is the one that was struck.
      .catch(() => [])
    for (const { id } of rows) {
      active.get(id)?.()
      active.delete(id)
    }
  }
}

const once = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
