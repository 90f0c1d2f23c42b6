import type { VirtualClock } from './virtual-clock.ts'

export interface NoticeMessage {
  headers: Record<string, string>
  body: string
}

export interface NoticeAttempt {
  at: string
  status: number | null
  answer: string
  isAccepted: boolean
}

/** One event that a merchant is to be told, and what became of telling it. */
export interface Notice {
  id: string
  orderNo: string
  event: string
  url: string
  /** Made anew for each delivery: a signature carries its own time. */
  compose(): NoticeMessage
  attempts: NoticeAttempt[]
  /** null when it was taken, or nobody tries any more. */
  nextAt: string | null
}

export interface CourierRules {
  /** Waits between deliveries; after the last one nobody tries again. */
  gapsMs: readonly number[]
  timeoutMs: number
  isAccepted(status: number, answer: string): boolean
}

export interface Courier {
  /** The first delivery after `firstMs`, then by the rules until it is accepted. */
  send(notice: Omit<Notice, 'attempts' | 'nextAt'>, firstMs: number): Notice
  /** One delivery now, beside whatever is planned. */
  deliver(notice: Notice): Promise<NoticeAttempt>
  list(): Notice[]
  clear(): void
}

const keptAnswerChars = 500

async function post(notice: Notice, rules: CourierRules): Promise<Omit<NoticeAttempt, 'at'>> {
  const { headers, body } = notice.compose()
  try {
    const signal = AbortSignal.timeout(rules.timeoutMs)
    const response = await fetch(notice.url, { method: 'POST', headers, body, redirect: 'manual', signal })
    const answer = await response.text()
    const isAccepted = rules.isAccepted(response.status, answer)
    return { status: response.status, answer: answer.slice(0, keptAnswerChars), isAccepted }
  } catch (cause) {
    return { status: null, answer: cause instanceof Error ? cause.message : String(cause), isAccepted: false }
  }
}

/** Tells merchants what happened, at the pace of its channel, on the account's own clock. */
export function createCourier(clock: VirtualClock, rules: CourierRules): Courier {
  let notices: Notice[] = []

  async function deliver(notice: Notice): Promise<NoticeAttempt> {
    const at = clock.now().toISOString()
    const attempt = { at, ...(await post(notice, rules)) }
    notice.attempts.push(attempt)
    if (attempt.isAccepted) notice.nextAt = null
    return attempt
  }

  function plan(notice: Notice, turn: number, waitMs: number): void {
    const at = new Date(clock.now().getTime() + waitMs)
    notice.nextAt = at.toISOString()
    clock.at(at, async () => {
      if (notice.nextAt === null || !notices.includes(notice)) return
      const { isAccepted } = await deliver(notice)
      const gap = rules.gapsMs[turn]
      if (isAccepted) return
      if (gap === undefined) notice.nextAt = null
      else plan(notice, turn + 1, gap)
    })
  }

  return {
    send(input, firstMs) {
      const notice: Notice = { ...input, attempts: [], nextAt: null }
      notices.push(notice)
      plan(notice, 0, firstMs)
      return notice
    },
    deliver,
    list: () => [...notices],
    clear() {
      notices = []
    },
  }
}
