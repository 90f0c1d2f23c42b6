import { epochOf } from '@mozhou/contracts/generations/events'
import { acceptGeneration } from '@mozhou/domain/generations/accept-generation'
import { completeGeneration } from '@mozhou/domain/generations/complete-generation'
import { failGeneration } from '@mozhou/domain/generations/fail-generation'
import { attemptRun } from '@mozhou/domain/generations/attempt-run'
import type { GenerationsContext } from '@mozhou/domain/generations/fulfilment'
import { keepStages } from '@mozhou/domain/generations/keep-stages'
import { settleFailed } from '@mozhou/domain/generations/settle-failed'
import { settleStopped } from '@mozhou/domain/generations/settle-stopped'
import type { Activities } from '@mozhou/workflows/activities'
import { ApplicationFailure, Context } from '@temporalio/activity'
import { withActivityLog } from '../activity-log.ts'
import { withHeartbeat } from './with-heartbeat.ts'

type GenerationActivities = Pick<
  Activities,
  | 'acceptGeneration'
  | 'writeText'
  | 'completeGeneration'
  | 'keepParts'
  | 'settleStopped'
  | 'refundGeneration'
  | 'failGeneration'
>

export function createGenerationActivities(ctx: GenerationsContext): GenerationActivities {
  return {
    acceptGeneration: (input) => acceptGeneration(withActivityLog(ctx), input),
    async writeText({ creationKind, generationId, modelId, round, isFallback, step }) {
      const activity = Context.current()
      const { attempt } = activity.info
      const epoch = epochOf(round, attempt)
      const call = { creationKind, generationId, modelId, epoch, attempt, isFallback }
      const input = step === undefined ? call : { ...call, step }
      const control = {
        signal: activity.cancellationSignal,
        isStop: () => activity.cancellationDetails?.cancelRequested ?? false,
      }
      try {
        // A slow model is not a dead worker.
        return await withHeartbeat(() => attemptRun(withActivityLog(ctx), input, control))
      } catch (error) {
        if (!activity.cancellationDetails?.workerShutdown) throw error
        throw ApplicationFailure.create({
          type: 'unavailable',
          message: 'worker is shutting down',
          nextRetryDelay: '100ms',
        })
      }
    },
    completeGeneration: (input) => completeGeneration(withActivityLog(ctx), input),
    keepParts: (input) => keepStages(withActivityLog(ctx), input),
    settleStopped: (input) => settleStopped(withActivityLog(ctx), input),
    refundGeneration: (input) => settleFailed(withActivityLog(ctx), input),
    failGeneration: (input) => failGeneration(withActivityLog(ctx), input),
  }
}
