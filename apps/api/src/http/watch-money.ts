import type { DomainContext } from '@mozhou/domain/context'
import { checkCredited } from '@mozhou/domain/reconciliation/check-credited'
import { Gauge } from 'prom-client'
import type { Metrics } from './metrics.ts'

/** How old an answer about money may be: metrics are asked for often. */
const freshMs = 60_000
/** Metrics are wanted most while a part is away. */
const patienceMs = 2_000

/**
 * What finance must see at 0: paid orders that were not credited, payments whose order was not fulfilled, and what waits for a person. While
 * the database does not answer there is no figure, rather than one that says all is well.
 */
export function watchMoney({ registry }: Metrics, ctx: Pick<DomainContext, 'prisma' | 'clock' | 'log'>): void {
  let counted: { at: number; values: Record<string, number> } | null = null
  const count = async () => {
    const { since: _since, orders: _orders, ...values } = await checkCredited(ctx)
    return { at: Date.now(), values }
  }
  const gauge: Gauge<'check'> = new Gauge({
    name: 'mozhou_money_unsettled',
    help: 'Paid means credited: orders and payments of the last 31 days that break it, findings of bills and orders that need a person.',
    labelNames: ['check'],
    registers: [registry],
    async collect() {
      if (counted === null || Date.now() - counted.at > freshMs)
        counted = await Promise.race([count(), later()]).catch((err: unknown) => {
          ctx.log.warn({ err }, 'what is unsettled could not be counted')
          return null
        })
      gauge.reset()
      for (const [check, value] of Object.entries(counted?.values ?? {})) gauge.set({ check }, value)
    },
  })
}

function later(): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), patienceMs).unref()
  })
}
