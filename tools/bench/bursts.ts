import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { addPerson } from '../../e2e/support/person.ts'
import type { Person } from '../../e2e/support/person.ts'
import { startStack } from '../../e2e/support/stack.ts'
import type { Stack } from '../../e2e/support/stack.ts'
import { percentile } from './percentile.ts'
import type { Burst } from './send-burst.ts'

export interface BurstRow {
  burst: string
  p50: number
  p95: number
  slowest: number
  /** How many of each status. */
  answers: string
}

const size = 200
/** One burst is over within a second: the figures are of several. */
const rounds = 5
const idleMs = 5_000
/** A call of the other person begins this long after the one before. */
const everyMs = 20

/** What a person waits for their balance while nothing happens, while 200 others sign in, and while one presses the button 200 times. */
export async function benchBursts(): Promise<BurstRow[]> {
  const stack = await startStack()
  try {
    const other = await addPerson(stack)
    const logins = () =>
      burstOf(stack, 'auth.login', () => ({
        login: `nobody-${crypto.randomUUID()}`,
        password: 'not the right one',
      }))
    const generates = async () => burstOf(stack, 'writing.generate', generateInput, (await addPerson(stack)).api.token)
    const idle = (ms: number) => measure(stack, other, () => pause(ms))
    await idle(1_000)
    return [
      rowOf('none', [await idle(idleMs)]),
      rowOf(`${size} logins`, [await send(stack, other, logins())]),
      rowOf(`${size} generates of one person`, await inRounds(async () => send(stack, other, await generates()))),
    ]
  } finally {
    await stack.close()
  }
}

const generateInput = () => ({
  tool: 'wechat-article',
  input: { topic: '人工智能如何改变内容创作', length: 300 },
  requestKey: crypto.randomUUID(),
})

const pause = (ms: number) => new Promise<number[]>((resolve) => setTimeout(() => resolve([]), ms))

function burstOf(stack: Stack, path: string, input: () => object, token?: string): Burst {
  return {
    url: urlOf(stack, path),
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    bodies: Array.from({ length: size }, () => JSON.stringify(input())),
  }
}

interface Measured {
  waits: number[]
  statuses: number[]
}

async function inRounds(round: () => Promise<Measured>): Promise<Measured[]> {
  const all: Measured[] = []
  for (let done = 0; done < rounds; done += 1) {
    all.push(await round())
    // What was accepted is written to its end, and disturbs nobody.
    await pause(3_000)
  }
  return all
}

async function send(stack: Stack, person: Person, burst: Burst): Promise<Measured> {
  const program = fileURLToPath(new URL('send-burst.ts', import.meta.url))
  const sender = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] })
  await once(sender.stdout, 'data')
  return measure(stack, person, async () => {
    sender.stdin.end(JSON.stringify(burst))
    return JSON.parse(await text(sender.stdout)) as number[]
  })
}

async function measure(stack: Stack, person: Person, run: () => Promise<number[]>): Promise<Measured> {
  const state = { isOver: false }
  const over = run().finally(() => {
    state.isOver = true
  })
  const calls: Promise<number>[] = []
  while (!state.isOver) {
    calls.push(timed(() => get(stack, 'credits.balance', person.api.token)))
    await pause(everyMs)
  }
  return { waits: await Promise.all(calls), statuses: await over }
}

function rowOf(burst: string, all: Measured[]): BurstRow {
  const waits = all.flatMap((one) => one.waits)
  const counts = new Map<number, number>()
  for (const status of all.flatMap(({ statuses }) => statuses)) counts.set(status, (counts.get(status) ?? 0) + 1)
  return {
    burst: all.length === 1 ? burst : `${burst}, ${all.length} times`,
    p50: percentile(waits, 0.5),
    p95: percentile(waits, 0.95),
    slowest: Math.max(...waits),
    answers: [...counts].map(([status, count]) => `${count} × ${status}`).join(', ') || '–',
  }
}

async function timed(call: () => Promise<number>): Promise<number> {
  const startedAt = performance.now()
  const status = await call()
  if (status !== 200) throw new Error(`the other person was answered ${status}`)
  return performance.now() - startedAt
}

const urlOf = (stack: Stack, path: string) => `http://127.0.0.1:${stack.env['API_PORT'] ?? ''}/trpc/${path}`

async function get(stack: Stack, path: string, token: string): Promise<number> {
  const response = await fetch(urlOf(stack, path), { headers: { authorization: `Bearer ${token}` } })
  await response.arrayBuffer()
  return response.status
}
