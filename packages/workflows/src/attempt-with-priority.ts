import { ActivityFailure, TimeoutFailure } from '@temporalio/common'
import { proxyActivities } from '@temporalio/workflow'
import type { Activities, AttemptOutcome, Candidate, Step } from './activities.ts'
import { generate, priorityLadder } from './options.ts'
import type { GenerationPace, Tier } from './options.ts'

export type Attempt = ReturnType<typeof createAttempt>

/** What differs from call to call of one generation. */
export interface AttemptCall {
  isFallback: boolean
  step?: Step
}

interface QueuedRun {
  generationId: string
  userId: string
  tier: Tier
  pace: GenerationPace
}

/**
 * Schedules the model call, and schedules it again one priority higher each time it waited too long for a slot. Members start
 * ahead; whoever waits climbs past those who came later, so strict priority cannot starve anyone.
 */
export function createAttempt(input: QueuedRun, creationKind: string | undefined) {
  let round = 0
  let waits = 0
  return async (candidate: Candidate, summary: string, call: AttemptCall): Promise<AttemptOutcome> => {
    const ladder = priorityLadder[input.tier]
    for (;;) {
      const isTop = waits >= ladder.length - 1
      const activities = proxyActivities<Activities>({
        ...generate(input.pace),
        ...(isTop ? {} : { scheduleToStartTimeout: input.pace.raisePriorityAfterMs }),
        priority: { priorityKey: ladder[Math.min(waits, ladder.length - 1)] ?? 3, fairnessKey: input.userId },
        summary: waits === 0 ? summary : `${summary} · 等待后优先级上调 ${waits} 级`,
      })
      try {
        return await activities.writeText({
          creationKind,
          generationId: input.generationId,
          modelId: candidate.modelId,
          round: round++,
          ...call,
        })
      } catch (failure) {
        if (isTop || !isWaitedTooLong(failure)) throw failure
        waits += 1
      }
    }
  }
}

function isWaitedTooLong(failure: unknown): boolean {
  return (
    failure instanceof ActivityFailure &&
    failure.cause instanceof TimeoutFailure &&
    failure.cause.timeoutType === 'SCHEDULE_TO_START'
  )
}
