import type { DomainContext } from '@mozhou/domain/context'
import { expect, it } from 'vitest'
import { createMetrics } from './metrics.ts'
import { watchMoney } from './watch-money.ts'

it('gives no figure while the database does not answer, and says so in the log', async () => {
  const metrics = createMetrics()
  const warned: string[] = []
  const away = {
    prisma: { $queryRaw: () => Promise.reject(new Error('away')) },
    clock: { now: () => new Date() },
    log: { warn: (_values: object, text: string) => warned.push(text) },
  }
  watchMoney(metrics, away as unknown as DomainContext)
  const text = await metrics.registry.metrics()
  expect(text).not.toContain('mozhou_money_unsettled{')
  expect(text).toContain('process_cpu_seconds_total')
  expect(warned).toHaveLength(1)
})
