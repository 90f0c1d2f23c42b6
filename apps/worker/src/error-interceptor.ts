import { AppError, errorTable } from '@mozhou/contracts/errors'
import { AttemptFailure, AttemptSuperseded } from '@mozhou/domain/models/attempt-failure'
import { Context } from '@temporalio/activity'
import { ApplicationFailure, CancelledFailure } from '@temporalio/common'
import type { ActivityExecuteInput, ActivityInboundCallsInterceptor, Next } from '@temporalio/worker'
import type { Logger } from 'pino'
import { Histogram } from 'prom-client'

/** How long activities take and how they end; `failure` is the failure's type, `none` when there was none. */
const activitySeconds = new Histogram({
  name: 'mozhou_worker_activity_seconds',
  help: 'Duration of activity attempts',
  labelNames: ['activity', 'failure'],
  buckets: [0.005, 0.02, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300],
})

/** The one place where errors of the domain become failures that Temporal's retry policy understands. `underWay` holds a name for each activity that runs. */
export function createErrorInterceptor(log: Logger, underWay: Set<string>): ActivityInboundCallsInterceptor {
  return {
    async execute(input: ActivityExecuteInput, next: Next<ActivityInboundCallsInterceptor, 'execute'>) {
      const { activityType, workflowExecution, activityId } = Context.current().info
      const name = `${activityType} ${workflowExecution?.workflowId ?? ''} ${activityId}`
      underWay.add(name)
      const stopTimer = activitySeconds.startTimer({ activity: activityType })
      try {
        const result = await next(input)
        stopTimer({ failure: 'none' })
        return result
      } catch (error) {
        const failure = toFailure(error, log.child({ workflowId: workflowExecution?.workflowId, activityType }))
        stopTimer({ failure: failure instanceof ApplicationFailure ? (failure.type ?? 'unknown') : failure.name })
        throw failure
      } finally {
        underWay.delete(name)
      }
    },
  }
}

/** Messages carry codes only: history is readable by everyone who watches workflows. */
function toFailure(error: unknown, log: Logger): Error {
  if (error instanceof ApplicationFailure || error instanceof CancelledFailure) return error
  if (error instanceof AttemptFailure) {
    return ApplicationFailure.create({
      type: error.kind,
      message: error.message,
      nonRetryable: !error.mayRetrySame,
      ...(error.retryAfterMs === null ? {} : { nextRetryDelay: error.retryAfterMs }),
    })
  }
  if (error instanceof AttemptSuperseded) return ApplicationFailure.nonRetryable(error.message, 'superseded')
  if (error instanceof AppError) {
    const { retryable, expected } = errorTable[error.code]
    if (!expected) log.error({ err: error }, 'activity failed')
    return ApplicationFailure.create({ type: error.code, message: error.code, nonRetryable: !retryable })
  }
  log.error({ err: error }, 'activity failed')
  return ApplicationFailure.create({ type: 'INTERNAL', message: error instanceof Error ? error.name : 'unknown error' })
}
