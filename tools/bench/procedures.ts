import { addPerson } from '../../e2e/support/person.ts'
import type { Person } from '../../e2e/support/person.ts'
import { startStack } from '../../e2e/support/stack.ts'
import type { Stack } from '../../e2e/support/stack.ts'
import { bareId } from '../../e2e/support/ids.ts'
import { until } from '../../e2e/support/until.ts'
import { fillPlatform } from './fill-platform.ts'
import { percentile } from './percentile.ts'

export interface ProcedureRow {
  procedure: string
  /** Milliseconds at each amount of data, in the order asked. */
  timings: { rows: number; p50: number; p95: number; p99: number }[]
}

/** Rows in each of creations, ledger and usage; a tenth of them belong to the person who asks. */
const dataSizes = [2_000, 20_000, 200_000] as const
const calls = 200

/** What the creators' app asks most, as it asks it. */
function questions(creationId: string): { name: string; path: string; input?: unknown }[] {
  return [
    { name: 'auth.me', path: 'auth.me' },
    { name: 'credits.balance', path: 'credits.balance' },
    { name: 'credits.transactions', path: 'credits.transactions', input: { limit: 20 } },
    { name: 'memberships.status', path: 'memberships.status' },
    { name: 'models.list', path: 'models.list', input: {} },
    { name: 'writing.tools', path: 'writing.tools' },
    { name: 'creations.list', path: 'creations.list', input: { limit: 20 } },
    { name: 'creations.get', path: 'creations.get', input: { creationId } },
    { name: 'creations.versions', path: 'creations.versions', input: { creationId } },
    { name: 'creations.receipt', path: 'creations.receipt', input: { creationId } },
  ]
}

/** Times each procedure over HTTP, one caller, on a platform that grows tenfold twice. */
export async function benchProcedures(): Promise<ProcedureRow[]> {
  const stack = await startStack()
  try {
    const person = await addPerson(stack)
    const { creationId, generationId } = await person.api.generate({ length: 300 })
    await untilDone(stack, generationId)
    const rows = new Map<string, ProcedureRow>()
    let filled = 0
    for (const size of dataSizes) {
      await fillPlatform(stack.database, { userId: person.id, from: filled, to: size })
      filled = size
      for (const { name, path, input } of questions(creationId)) {
        const row = rows.get(name) ?? { procedure: name, timings: [] }
        row.timings.push({ rows: size, ...(await time(stack, person, path, input)) })
        rows.set(name, row)
      }
    }
    return [...rows.values()]
  } finally {
    await stack.close()
  }
}

async function untilDone(stack: Stack, generationId: string): Promise<void> {
  await until('the first creation is written', async () => {
    const [row] = await stack.database.rows<{ status: string }>('SELECT status FROM generations WHERE id = $1', [
      bareId('generation', generationId),
    ])
    return row?.status === 'succeeded' ? row : undefined
  })
}

async function time(
  stack: Stack,
  person: Person,
  path: string,
  input: unknown,
): Promise<{ p50: number; p95: number; p99: number }> {
  const search = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`
  const url = `http://127.0.0.1:${stack.env['API_PORT'] ?? ''}/trpc/${path}${search}`
  const timings: number[] = []
  for (let call = 0; call < calls + 20; call += 1) {
    const startedAt = performance.now()
    const response = await fetch(url, { headers: { authorization: `Bearer ${person.api.token}` } })
    const text = await response.text()
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`)
    // The first calls pay for compiling.
    if (call >= 20) timings.push(performance.now() - startedAt)
  }
  return { p50: percentile(timings, 0.5), p95: percentile(timings, 0.95), p99: percentile(timings, 0.99) }
}
