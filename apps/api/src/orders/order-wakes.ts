import type { Logger } from 'pino'

/** Wakes the workflows of orders that notices have ended: behind the answers, for the channels wait for those and nobody for a wake. */
export interface OrderWakes {
  /** Takes a notice; what is to be woken waits meanwhile. */
  taking<T>(work: () => Promise<T>): Promise<T>
  /** Has an order's workflow woken soon. Lost with the process: the workflow asks by itself then. */
  add(orderId: string): void
  /** Resolves when nothing waits any more. */
  done(): Promise<void>
}

interface OrderWakesOptions {
  wake(orderId: string): Promise<void>
  log: Logger
  /** How long a burst of notices may hold a wake back. */
  patienceMs?: number
}

/** Few, so that following up costs the next notices little. */
const atOnce = 4
const mostWaiting = 10_000

export function createOrderWakes({ wake, log, patienceMs = 2_000 }: OrderWakesOptions): OrderWakes {
  /** When each came, oldest first. */
  const waiting = new Map<string, number>()
  const idle: (() => void)[] = []
  let notices = 0
  let underWay = 0
  let timer: NodeJS.Timeout | null = null

  const next = (): string | null => {
    const [oldest] = waiting
    if (!oldest || underWay >= atOnce) return null
    const [orderId, since] = oldest
    const held = notices === 0 ? 0 : since + patienceMs - performance.now()
    if (held <= 0) return orderId
    timer ??= setTimeout(() => {
      timer = null
      pump()
    }, held).unref()
    return null
  }
  const send = async (orderId: string): Promise<void> => {
    underWay += 1
    await wake(orderId).catch((err: unknown) => log.warn({ err, orderId }, 'a workflow was not told of a notice'))
    underWay -= 1
    pump()
  }
  const pump = (): void => {
    for (let orderId = next(); orderId !== null; orderId = next()) {
      waiting.delete(orderId)
      void send(orderId)
    }
    if (waiting.size === 0 && underWay === 0) for (const resolve of idle.splice(0)) resolve()
  }
  return {
    async taking(work) {
      notices += 1
      try {
        return await work()
      } finally {
        notices -= 1
        pump()
      }
    },
    add(orderId) {
      if (waiting.size >= mostWaiting)
        log.warn({ orderId }, 'too many wakes wait; this order’s workflow asks by itself')
      else if (!waiting.has(orderId)) waiting.set(orderId, performance.now())
      pump()
    },
    done() {
      return new Promise((resolve) => {
        idle.push(resolve)
        pump()
      })
    },
  }
}
