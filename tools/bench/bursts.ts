import { addPerson } from '../../e2e/support/person.ts'
import type { Person } from '../../e2e/support/person.ts'
import { startStack } from '../../e2e/support/stack.ts'
import type { Stack } from '../../e2e/support/stack.ts'
import { percentile } from './percentile.ts'

export interface BurstRow {
  burst: string
  p50: number
  p95: number
  slowest: number
  /** How many of each status. */
  answers: string
}

const size = 200
const idleMs = 5_000
/** A call of the other person begins this long after the one before. */
const everyMs = 20

/** What a person waits for their balance while nothing happens, while 200 others sign in, and while one presses the button 200 times. */
export async function benchBursts(): Promise<BurstRow[]> {
  const stack = await startStack()
  try {
    const [other, crowd] = [await addPerson(stack), await addPerson(stack)]
    const login = () =>
      post(stack, 'auth.login', { login: `nobody-${crypto.randomUUID()}`, password: 'not the right one' })
    const generate = () => post(stack, 'writing.generate', generateInput(), crowd.api.token)
    await measure(stack, other, 'warm-up', () => pause(1_000))
    return [
      await measure(stack, other, 'none', () => pause(idleMs)),
      await measure(stack, other, `${size} logins`, () => atOnce(login)),
      await measure(stack, other, `${size} generates of one person`, () => atOnce(generate)),
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

const pause = (ms: number) => new Promise<string>((resolve) => setTimeout(() => resolve('–'), ms))

async function atOnce(call: () => Promise<number>): Promise<string> {
  const statuses = await Promise.all(Array.from({ length: size }, call))
  const counts = new Map<number, number>()
  for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1)
  return [...counts].map(([status, count]) => `${count} × ${status}`).join(', ')
}

async function measure(stack: Stack, person: Person, burst: string, run: () => Promise<string>): Promise<BurstRow> {
  const state = { isOver: false }
  const over = run().finally(() => {
    state.isOver = true
  })
  const calls: Promise<number>[] = []
  while (!state.isOver) {
    calls.push(timed(() => get(stack, 'credits.balance', person.api.token)))
    await pause(everyMs)
  }
  const waits = await Promise.all(calls)
  return {
    burst,
    p50: percentile(waits, 0.5),
    p95: percentile(waits, 0.95),
    slowest: Math.max(...waits),
    answers: await over,
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

async function post(stack: Stack, path: string, input: object, token?: string): Promise<number> {
  const response = await fetch(urlOf(stack, path), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(input),
  })
  await response.arrayBuffer()
  return response.status
}
