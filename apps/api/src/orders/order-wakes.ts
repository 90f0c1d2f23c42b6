import type { Logger } from 'pino'

/** Wakes the workflows of orders that notices have ended: behind the answers, for the channels wait for those and nobody for a wake. */
export interface OrderWakes {
  /** Takes a notice; what is to be woken waits meanwhile. */
  taking<T>(work: () => Promise<T>): Promise<T>
  /** Has an order's workflow woken soon. Lost with the process: the workflow asks by itself then. */
  add(ended: EndedOrder): void
  /** Resolves when nothing waits any more. */
  done(): Promise<void>
}

export interface EndedOrder {
  orderId: string
  /** Nothing is left for its workflow to do. */
  isOver: boolean
}

interface OrderWakesOptions {
  wake(ended: EndedOrder): Promise<void>
  log: Logger
  /** How long a burst of notices may hold a wake back. */
  patienceMs?: number
}

/** Few, so that following up costs the next notices little. */
const atOnce = 4
const mostWaiting = 10_000

export function createOrderWakes({ wake, log, patienceMs = 2_000 }: OrderWakesOptions): OrderWakes {
  /** Oldest first. */
  const waiting = new Map<string, EndedOrder & { since: number }>()
  const idle: (() => void)[] = []
  let notices = 0
  let underWay = 0
  let timer: NodeJS.Timeout | null = null

  const next = (): EndedOrder | null => {
    const [oldest] = waiting.values()
    if (!oldest || underWay >= atOnce) return null
    const held = notices === 0 ? 0 : oldest.since + patienceMs - performance.now()
    if (held <= 0) return oldest
    timer ??= setTimeout(() => {
      timer = null
      pump()
    }, held).unref()
    return null
  }
  const send = async ({ orderId, isOver }: EndedOrder): Promise<void> => {
    underWay += 1
    await wake({ orderId, isOver }).catch((err: unknown) =>
      log.warn({ err, orderId }, 'a workflow was not told of a notice'),
    )
    underWay -= 1
    pump()
  }
  const pump = (): void => {
    for (let ended = next(); ended !== null; ended = next()) {
      waiting.delete(ended.orderId)
      void send(ended)
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
    add({ orderId, isOver }) {
      const known = waiting.get(orderId)
      if (known) known.isOver &&= isOver
      else if (waiting.size < mostWaiting) waiting.set(orderId, { orderId, isOver, since: performance.now() })
      else log.warn({ orderId }, 'too many wakes wait; this order’s workflow asks by itself')
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
