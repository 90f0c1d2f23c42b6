import { DefaultLogger } from '@temporalio/worker'
import type { Logger as PinoLogger } from 'pino'

/** Temporal's own log lines, among ours. */
export function createTemporalLogger(log: PinoLogger): DefaultLogger {
  return new DefaultLogger('INFO', ({ level, message, meta }) => {
    const fields = {
      temporal: meta?.['sdkComponent'] ?? 'sdk',
      workflowId: meta?.['workflowId'],
      activityType: meta?.['activityType'],
      err: meta?.['error'],
    }
    if (level === 'ERROR') log.error(fields, message)
    else if (level === 'WARN') log.warn(fields, message)
    else log.debug(fields, message)
  })
}
