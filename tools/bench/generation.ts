import { addPerson } from '../../e2e/support/person.ts'
import type { Person } from '../../e2e/support/person.ts'
import { startStack } from '../../e2e/support/stack.ts'
import type { Stack } from '../../e2e/support/stack.ts'
import { startBaseline } from './baseline.ts'
import type { Baseline } from './baseline.ts'
import { measureThroughput } from './generation-throughput.ts'
import type { ThroughputRow } from './generation-throughput.ts'
import { straight, throughBaseline, throughPlatform } from './generation-ways.ts'
import type { Timing } from './generation-ways.ts'
import { percentile } from './percentile.ts'

export interface LatencyRow {
  callers: number
  samples: number
  platform: Added
  baseline: Added
  direct: { firstTokenP50: number; totalP50: number }
}

/** Milliseconds through it minus milliseconds straight to the sandbox, of the same percentile. */
export interface Added {
  firstToken: { p50: number; p95: number }
  total: { p50: number; p95: number }
}

export interface GenerationBenchOptions {
  callers: readonly number[]
  /** Per number of callers. */
  samples: number
  /** Generations of the throughput run, and how many at once. */
  generations: number
  atOnce: number
}

export const wholeGenerationBench: GenerationBenchOptions = {
  callers: [1, 8, 28],
  samples: 64,
  generations: 400,
  atOnce: 64,
}
/** To see where a change leads, in less than a minute. */
export const quickGenerationBench: GenerationBenchOptions = {
  callers: [1, 8],
  samples: 24,
  generations: 160,
  atOnce: 16,
}

export interface GenerationFigures {
  latency: LatencyRow[]
  throughput: { platform: ThroughputRow; baseline: ThroughputRow }
}

/** The main job, the least that does its work, and the sandbox alone, in turns, so that a slow moment strikes all of them. */
export async function benchGeneration(options: GenerationBenchOptions): Promise<GenerationFigures> {
  const stack = await startStack({ aiSlots: 128 })
  const baseline = await startBaseline(stack.env)
  try {
    const people = await addPeople(stack, Math.max(...options.callers, options.atOnce))
    await setPace(stack, { firstByteMs: 50, chunkDelayMs: 2 })
    for (const way of [throughPlatform, throughBaseline(baseline)])
      await Promise.all(people.slice(0, 8).map((person) => way(person)))
    const latency: LatencyRow[] = []
    for (const callers of options.callers)
      latency.push(await measureLatency(stack, baseline, people.slice(0, callers), options.samples))
    await setPace(stack, { firstByteMs: 0, chunkDelayMs: 0 })
    const busy = people.slice(0, options.atOnce)
    const { generations } = options
    const { api, worker, temporal, postgres, redis, sandboxProcess: sandbox } = stack
    const platform = await measureThroughput(
      {
        processes: { api, worker, temporal, postgres, redis, sandbox },
        database: stack.database,
        way: throughPlatform,
      },
      busy,
      generations,
    )
    const least = await measureThroughput(
      { processes: { baseline, postgres, sandbox }, database: stack.database, way: throughBaseline(baseline) },
      busy,
      generations,
    )
    return { latency, throughput: { platform, baseline: least } }
  } finally {
    await baseline.close()
    await stack.close()
  }
}

/** Each with credits enough for every round. */
async function addPeople(stack: Stack, count: number): Promise<Person[]> {
  const people: Person[] = []
  // In small groups: each registration hashes a password.
  while (people.length < count) people.push(...(await Promise.all(Array.from({ length: 4 }, () => addPerson(stack)))))
  for (const { id } of people) {
    await stack.database.rows(
      `SELECT * FROM post_entry(gen_random_uuid(), $1, 'gift_campaign', $2, 'credits', 'promotion', 100000, 'bench', '1', NULL, NULL, NULL, false, $3)`,
      [`bench:${id}`, id, new Date()],
    )
  }
  return people
}

async function setPace(stack: Stack, pace: { firstByteMs: number; chunkDelayMs: number }): Promise<void> {
  const response = await fetch(`${sandboxUrl(stack)}/__sandbox/settings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(pace),
  })
  if (!response.ok) throw new Error(`sandbox settings: ${response.status}`)
}

const sandboxUrl = (stack: Stack) => stack.env['SANDBOX_URL'] ?? ''

async function measureLatency(
  stack: Stack,
  baseline: Baseline,
  people: Person[],
  samples: number,
): Promise<LatencyRow> {
  const platform: Timing[] = []
  const least: Timing[] = []
  const direct: Timing[] = []
  const rounds = Math.max(2, Math.ceil(samples / people.length))
  for (let round = 0; round < rounds; round += 1) {
    platform.push(...(await Promise.all(people.map((person) => throughPlatform(person)))))
    least.push(...(await Promise.all(people.map((person) => throughBaseline(baseline)(person)))))
    direct.push(...(await Promise.all(people.map(() => straight(sandboxUrl(stack))))))
  }
  return {
    callers: people.length,
    samples: platform.length,
    platform: addedTo(direct, platform),
    baseline: addedTo(direct, least),
    direct: { firstTokenP50: share(direct, 'firstTokenMs', 0.5), totalP50: share(direct, 'totalMs', 0.5) },
  }
}

function addedTo(direct: readonly Timing[], measured: readonly Timing[]): Added {
  const both = (of: keyof Timing) => {
    const added = (part: number) => share(measured, of, part) - share(direct, of, part)
    return { p50: added(0.5), p95: added(0.95) }
  }
  return { firstToken: both('firstTokenMs'), total: both('totalMs') }
}

function share(timings: readonly Timing[], of: keyof Timing, part: number): number {
  return percentile(
    timings.map((timing) => timing[of]),
    part,
  )
}
