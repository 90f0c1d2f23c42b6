import { addPerson } from '../../e2e/support/person.ts'
import type { Person } from '../../e2e/support/person.ts'
import { openEvents } from '../../e2e/support/event-stream.ts'
import { startStack } from '../../e2e/support/stack.ts'
import type { Stack } from '../../e2e/support/stack.ts'
import { cpuSeconds } from './cpu-seconds.ts'
import { percentile } from './percentile.ts'

export interface LatencyRow {
  callers: number
  samples: number
  /** Milliseconds through the platform minus milliseconds straight to the sandbox, of the same percentile. */
  addedFirstToken: { p50: number; p95: number }
  addedTotal: { p50: number; p95: number }
  direct: { firstTokenP50: number; totalP50: number }
}

export interface ThroughputRow {
  generations: number
  seconds: number
  perSecond: number
  failed: number
  /** CPU seconds per 1,000 generations, by process. */
  cpuPer1000: Record<string, number>
}

export interface GenerationBenchOptions {
  callers: readonly number[]
  /** Per number of callers. */
  samples: number
  /** Generations of the throughput run, and how many at once. */
  generations: number
  atOnce: number
}

const defaultGenerationBench: GenerationBenchOptions = {
  callers: [1, 16, 64],
  samples: 64,
  generations: 400,
  atOnce: 64,
}

interface Timing {
  firstTokenMs: number
  totalMs: number
}

/** The main job against the sandbox alone. Both go to the same sandbox in turns, so that a slow moment strikes both. */
export async function benchGeneration(
  options: GenerationBenchOptions = defaultGenerationBench,
): Promise<{ latency: LatencyRow[]; throughput: ThroughputRow }> {
  const stack = await startStack({ aiSlots: 128 })
  try {
    const people = await addPeople(stack, Math.max(...options.callers, options.atOnce))
    await setPace(stack, { firstByteMs: 50, chunkDelayMs: 2 })
    await Promise.all(people.slice(0, 8).map((person) => throughPlatform(person)))
    const latency: LatencyRow[] = []
    for (const callers of options.callers)
      latency.push(await measureLatency(stack, people.slice(0, callers), options.samples))
    await setPace(stack, { firstByteMs: 0, chunkDelayMs: 0 })
    return { latency, throughput: await measureThroughput(stack, people.slice(0, options.atOnce), options.generations) }
  } finally {
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

async function measureLatency(stack: Stack, people: Person[], samples: number): Promise<LatencyRow> {
  const platform: Timing[] = []
  const direct: Timing[] = []
  const rounds = Math.max(2, Math.ceil(samples / people.length))
  for (let round = 0; round < rounds; round += 1) {
    platform.push(...(await Promise.all(people.map((person) => throughPlatform(person)))))
    direct.push(...(await Promise.all(people.map(() => straight(stack)))))
  }
  const added = (of: keyof Timing, share: number) =>
    percentile(
      platform.map((timing) => timing[of]),
      share,
    ) -
    percentile(
      direct.map((timing) => timing[of]),
      share,
    )
  return {
    callers: people.length,
    samples: platform.length,
    addedFirstToken: { p50: added('firstTokenMs', 0.5), p95: added('firstTokenMs', 0.95) },
    addedTotal: { p50: added('totalMs', 0.5), p95: added('totalMs', 0.95) },
    direct: {
      firstTokenP50: percentile(
        direct.map(({ firstTokenMs }) => firstTokenMs),
        0.5,
      ),
      totalP50: percentile(
        direct.map(({ totalMs }) => totalMs),
        0.5,
      ),
    },
  }
}

/** From the press of the button to the first word and to `done`, which comes after the commit. */
async function throughPlatform(person: Person): Promise<Timing> {
  const startedAt = performance.now()
  const { generationId } = await person.api.generate({ length: 300 })
  const url = person.api.eventsUrl(generationId)
  const events = await openEvents(url, person.api.token, { lastEventId: null, signal: AbortSignal.timeout(120_000) })
  let firstTokenMs = 0
  for await (const { data } of events) {
    if (firstTokenMs === 0 && hasText(data)) firstTokenMs = performance.now() - startedAt
    if (!data.includes('"type":"done"')) continue
    if (!data.includes('"status":"succeeded"')) throw new Error(`generation failed: ${data}`)
    return { firstTokenMs, totalMs: performance.now() - startedAt }
  }
  throw new Error('the stream ended without done')
}

const hasText = (data: string) => data.includes('"type":"delta"') || /"type":"snapshot","text":"[^"]/.test(data)

/** The same request as the adapter of the default model sends it, straight to the sandbox. */
async function straight(stack: Stack): Promise<Timing> {
  const startedAt = performance.now()
  const response = await fetch(`${sandboxUrl(stack)}/dashscope/compatible-mode/v1/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer sk-sandbox' },
    body: JSON.stringify({ model: 'qwen-plus', stream: true, stream_options: { include_usage: true }, messages }),
  })
  if (!response.ok || !response.body) throw new Error(`sandbox: ${response.status} ${await response.text()}`)
  let firstTokenMs = 0
  const decoder = new TextDecoder()
  for await (const chunk of response.body) {
    if (firstTokenMs === 0 && /"content":"[^"]/.test(decoder.decode(chunk, { stream: true })))
      firstTokenMs = performance.now() - startedAt
  }
  return { firstTokenMs, totalMs: performance.now() - startedAt }
}

const messages = [
  { role: 'system', content: '输出格式\n【标题】一行\n【摘要】一行\n【正文】Markdown 正文\n【关键词】用顿号分隔' },
  { role: 'user', content: '主题：人工智能如何改变内容创作\n关键词：创作\n字数：约300字' },
]

async function measureThroughput(stack: Stack, people: Person[], generations: number): Promise<ThroughputRow> {
  const processes = {
    api: stack.api,
    worker: stack.worker,
    temporal: stack.temporal,
    postgres: stack.postgres,
    redis: stack.redis,
    sandbox: stack.sandboxProcess,
  }
  const readCpu = () => Object.entries(processes).map(([name, part]) => [name, cpuSeconds(part.pid())] as const)
  const before = new Map(readCpu())
  const startedAt = performance.now()
  let left = generations
  let failed = 0
  await Promise.all(
    people.map(async (person) => {
      while (left > 0) {
        left -= 1
        await throughPlatform(person).catch(() => {
          failed += 1
        })
      }
    }),
  )
  const seconds = (performance.now() - startedAt) / 1_000
  const cpuPer1000 = Object.fromEntries(
    readCpu().map(([name, used]) => [name, ((used - (before.get(name) ?? 0)) / generations) * 1_000]),
  )
  return { generations, seconds, perSecond: generations / seconds, failed, cpuPer1000 }
}
