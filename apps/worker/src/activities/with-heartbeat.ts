import { Context } from '@temporalio/activity'

/** A quarter of the heartbeat time-out of every activity that beats (`@mozhou/workflows/options`). */
const heartbeatMs = 2_500

/** Runs `work` and beats until it ends, also while it only waits: silence then means that the worker is dead. */
export async function withHeartbeat<T>(work: () => Promise<T>): Promise<T> {
  const activity = Context.current()
  const beat = setInterval(() => activity.heartbeat(), heartbeatMs)
  try {
    return await work()
  } finally {
    clearInterval(beat)
  }
}
