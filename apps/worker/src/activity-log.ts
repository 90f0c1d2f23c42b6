import type { DomainContext } from '@mozhou/domain/context'
import { Context } from '@temporalio/activity'

/** The context of one activity: its log lines carry workflow, activity and attempt. */
export function withActivityLog<Ctx extends DomainContext>(ctx: Ctx): Ctx {
  const { workflowExecution, activityType, attempt } = Context.current().info
  return { ...ctx, log: ctx.log.child({ workflowId: workflowExecution?.workflowId, activityType, attempt }) }
}
