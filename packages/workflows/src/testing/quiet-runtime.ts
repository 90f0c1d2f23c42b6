import { DefaultLogger } from '@temporalio/worker'
import type { RuntimeOptions } from '@temporalio/worker'

/** Scripted failures are no news. */
export const quietRuntime: RuntimeOptions = {
  logger: new DefaultLogger('ERROR'),
  shutdownSignals: [],
  telemetryOptions: { logging: { filter: 'error' } },
}
