import type { ConnectAccountDto, PublishDto } from '@mozhou/contracts/publications/answers'
import { addPerson } from '../../e2e/support/person.ts'
import { startStack } from '../../e2e/support/stack.ts'
import type { Stack } from '../../e2e/support/stack.ts'
import { until } from '../../e2e/support/until.ts'
import { cpuSeconds } from './cpu-seconds.ts'
import { percentile } from './percentile.ts'

export interface PublicationsRow {
  due: number
  /** From the minute to the beginning of each, seconds. */
  p50: number
  p95: number
  last: number
  /** Until the last one had come to its end. */
  ended: number
  /** Of each process from the minute to that end. */
  cpu: Record<string, number>
}

const people = 25
const accountsEach = 40
/** Targets of one call. */
const atOnce = 20
const platforms = ['zhihu', 'jianshu', 'toutiao', 'baijiahao'] as const

/** A thousand publications of a thousand accounts over four platforms, all due at one instant. */
export async function benchPublications(): Promise<PublicationsRow> {
  const stack = await startStack()
  try {
    const ready = []
    for (let at = 0; at < people; at += 1) ready.push(await prepare(stack))
    const dueAt = new Date(Date.now() + 90_000)
    for (const publish of ready) await publish(dueAt.toISOString())
    const due = people * accountsEach
    if (Date.now() > dueAt.getTime() - 5_000) throw new Error('planning took longer than it was given')
    const left = async () => {
      const [row] = await stack.database.rows<{ left: number }>(
        `SELECT count(*)::int AS left FROM publications WHERE status IN ('scheduled', 'preparing', 'submitted')`,
        [],
      )
      return row?.left ?? due
    }
    await new Promise((resolve) => setTimeout(resolve, dueAt.getTime() - Date.now()))
    const before = readCpu(stack)
    await until('all of them have ended', async () => (await left()) === 0, 600_000)
    const ended = (Date.now() - dueAt.getTime()) / 1_000
    const cpu = Object.fromEntries(
      Object.entries(readCpu(stack)).map(([name, used]) => [name, used - (before[name] ?? 0)]),
    )
    const rows = await stack.database.rows<{ seconds: number }>(
      `SELECT extract(epoch FROM started_at - due_at)::float AS seconds FROM publications ORDER BY 1`,
      [],
    )
    const waits = rows.map(({ seconds }) => seconds)
    return { due, p50: percentile(waits, 0.5), p95: percentile(waits, 0.95), last: Math.max(...waits), ended, cpu }
  } finally {
    await stack.close()
  }
}

function readCpu({ api, worker, temporal, postgres }: Stack): Record<string, number> {
  const parts = { api, worker, temporal, postgres }
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, cpuSeconds(part.pid())]))
}

async function prepare(stack: Stack): Promise<(scheduledAt: string) => Promise<void>> {
  const { api } = await addPerson(stack)
  const { creationId } = await api.generate()
  await until('the work is written', async () => (await api.creation(creationId)).status === 'succeeded', 60_000)
  const accountIds: string[] = []
  for (let at = 0; at < accountsEach; at += 1) {
    const platform = platforms[at % platforms.length]
    const asked = { platform, way: 'assisted', name: `账号 ${at}` }
    const { account } = await api.mutate<ConnectAccountDto>('publications.connect', asked)
    if (account) accountIds.push(account.id)
  }
  return async (scheduledAt) => {
    for (let from = 0; from < accountIds.length; from += atOnce) {
      const targets = accountIds.slice(from, from + atOnce).map((accountId) => ({ accountId }))
      const requestKey = crypto.randomUUID()
      const asked = { creationId, targets, requestKey, scheduledAt }
      await api.mutate<PublishDto>('publications.publish', asked)
    }
  }
}
