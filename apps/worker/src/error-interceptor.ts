import { AppError, errorTable } from '@mozhou/contracts/errors'
import { AttemptFailure, AttemptSuperseded } from '@mozhou/domain/creations/attempt-failure'
import { ApplicationFailure, CancelledFailure } from '@temporalio/common'
import type { ActivityExecuteInput, ActivityInboundCallsInterceptor, Next } from '@temporalio/worker'
import type { Logger } from 'pino'

/** The one place where errors of the domain become failures that Temporal's retry policy understands. */
export function createErrorInterceptor(log: Logger): ActivityInboundCallsInterceptor {
  return {
    async execute(input: ActivityExecuteInput, next: Next<ActivityInboundCallsInterceptor, 'execute'>) {
      try {
        return await next(input)
      } catch (error) {
        throw toFailure(error, log)
      }
    },
  }
}

/** Messages carry codes only: history is readable by everyone who watches workflows. */
export function toFailure(error: unknown, log: Logger): Error {
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
