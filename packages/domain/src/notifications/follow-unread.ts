import type { UnreadDto } from '@mozhou/contracts/notifications/answers'
import type { DomainContext } from '../context.ts'
import { countUnread } from './count-unread.ts'
import { createSleeper } from './create-sleeper.ts'
import type { UnreadHub } from './unread-hub.ts'

/** What a wake-up that was lost costs at most; while Redis is away, the pace of news. */
const lookEveryMs = 20_000

/** How much is unread: at once, and whenever that changes, until `signal`. */
export async function* followUnread(
  ctx: DomainContext,
  hub: UnreadHub,
  { userId, signal, everyMs = lookEveryMs }: { userId: string; signal: AbortSignal; everyMs?: number },
): AsyncGenerator<UnreadDto, void> {
  const sleeper = createSleeper(signal)
  const leave = hub.watch(userId, sleeper.wake)
  try {
    let told: number | null = null
    while (!signal.aborted) {
      const { unread } = await countUnread(ctx, userId)
      if (unread !== told) yield { unread }
      told = unread
      await sleeper.sleep(everyMs)
    }
  } finally {
    leave()
  }
}
