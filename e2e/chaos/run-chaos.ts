import { setTimeout as pause } from 'node:timers/promises'
import { slowness } from '../support/env.ts'
import { addPerson } from '../support/person.ts'
import type { Person } from '../support/person.ts'
import { startStack } from '../support/stack.ts'
import type { Stack } from '../support/stack.ts'
import { until } from '../support/until.ts'
import { watch } from '../support/viewer.ts'
import { judge } from './judge.ts'
import type { Judgement } from './judge.ts'
import { seededRandom } from './random.ts'
import { drawStrikes, strike } from './strikes.ts'
import type { Strike } from './strikes.ts'
import { insist, startLoad } from './writers.ts'

export interface ChaosPlan {
  seed: number
  /** Texts under way at any time; two of each person. */
  atOnce: number
  strikes: number
  /** From one strike to the next, whatever the first needs to be overcome. */
  everyMs: number
  awayMs: { least: number; most: number }
  say: (line: string) => void
}

export interface ChaosResult extends Judgement {
  recoveries: { strike: Strike; at: Date; ms: number }[]
  refusals: Record<string, number>
  mostUnderWay: number
}

const eachAtOnce = 2

/** Kills and freezes parts of a stack of its own while texts are being written, and judges by the rows what became of them. */
export async function runChaos(plan: ChaosPlan): Promise<ChaosResult> {
  const stack = await startStack({
    sweepAfterMs: 5_000,
    aiSlots: 64,
    // Texts that last for some seconds, and money that lasts for the whole run.
    env: { SANDBOX_CHUNK_DELAY_MS: '100', SIGNUP_GIFT_CREDITS: '1000000' },
  })
  try {
    return await storm(stack, plan)
  } catch (error) {
    plan.say(stack.logs())
    throw error
  } finally {
    await stack.close()
  }
}

async function storm(stack: Stack, plan: ChaosPlan): Promise<ChaosResult> {
  const people: Person[] = []
  while (people.length * eachAtOnce < plan.atOnce) people.push(await addPerson(stack))
  const probe = await addPerson(stack)
  const load = startLoad(stack, people, eachAtOnce)
  await until('all texts are under way', () => load.underWay() >= plan.atOnce, 60_000)
  plan.say(`${load.underWay()} texts under way; a new one begins after ${await firstPieceMs(probe)} ms`)
  const recoveries: ChaosResult['recoveries'] = []
  let mostUnderWay = 0
  for (const blow of drawStrikes(plan.strikes, seededRandom(plan.seed), plan.awayMs)) {
    const next = pause(plan.everyMs)
    mostUnderWay = Math.max(mostUnderWay, load.underWay())
    const at = new Date()
    const putRight = await strike(stack, blow)
    await pause(blow.awayMs)
    const since = performance.now()
    await putRight()
    await firstPieceMs(probe)
    const ms = Math.round(performance.now() - since)
    recoveries.push({ strike: blow, at, ms })
    plan.say(`${blow.way} ${blow.part} for ${(blow.awayMs / 1000).toFixed(1)} s: a new text begins ${ms} ms after`)
    await next
  }
  await settle(stack, load.end())
  return { ...(await judge(stack, load)), recoveries, refusals: Object.fromEntries(load.refusals), mostUnderWay }
}

/** From the press to the first piece on the screen. The text itself is written to its end by itself. */
async function firstPieceMs({ api }: Person): Promise<number> {
  const since = performance.now()
  const { generationId } = await insist(() => api.generate())
  const viewer = watch(api, generationId)
  await Promise.race([viewer.sawDeltas(1), viewer.done(), viewer.saw('snapshot')])
  viewer.leave()
  return Math.round(performance.now() - since)
}

/** Until nothing is under way; what still is after that is stuck, and the verdict says so. */
async function settle(stack: Stack, ended: Promise<void>): Promise<void> {
  const patience = 120_000
  const idle = async () => {
    await ended
    await until(
      'nothing is under way',
      async () => {
        const { count } = await stack.database.one<{ count: number }>(
          'SELECT count(*)::int AS count FROM generations WHERE finished_at IS NULL',
        )
        return count === 0
      },
      patience,
    )
  }
  await Promise.race([idle().catch(() => {}), pause(patience * slowness())])
}
