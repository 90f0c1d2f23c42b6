import { ActivityFailure, TimeoutFailure } from '@temporalio/common'
import { proxyActivities } from '@temporalio/workflow'
import type { Activities, Candidate, WorkStep, WriteOutcome } from './activities.ts'
import { generate, priorityLadder } from './options.ts'
import type { GenerationPace, Tier } from './options.ts'

export type Writer = ReturnType<typeof createWriter>

/** What differs from call to call of one generation. */
export interface WriteCall {
  isFallback: boolean
  step?: WorkStep
}

interface WriterInput {
  generationId: string
  userId: string
  tier: Tier
  pace: GenerationPace
}

/**
 * Schedules the model call, and schedules it again one priority higher each time it waited too long for a slot. Members start
 * ahead; whoever waits climbs past those who came later, so strict priority cannot starve anyone.
 */
export function createWriter(input: WriterInput) {
  let round = 0
  let waits = 0
  return async (candidate: Candidate, summary: string, call: WriteCall): Promise<WriteOutcome> => {
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
