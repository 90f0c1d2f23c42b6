import type { FilesContext } from '@mozhou/domain/files/files-context'
import { sweepFiles, sweepOrphans } from '@mozhou/domain/files/sweep-files'
import type { Activities } from '@mozhou/workflows/activities'
import { Context } from '@temporalio/activity'
import { withHeartbeat } from './with-heartbeat.ts'

export function createFileActivities(ctx: FilesContext): Pick<Activities, 'sweepFiles' | 'sweepOrphanFiles'> {
  const signal = () => Context.current().cancellationSignal
  return {
    sweepFiles: () => withHeartbeat(() => sweepFiles(ctx, { signal: signal() })),
    sweepOrphanFiles: () => withHeartbeat(() => sweepOrphans(ctx, { signal: signal() })),
  }
}
