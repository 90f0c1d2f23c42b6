import { adminProcedure, router } from '../trpc.ts'
import type { RunningWorkflowDto } from '../workflow-gateway.ts'

export const workflowsRouter = router({
  running: adminProcedure('workflow:read').query(({ ctx }): Promise<RunningWorkflowDto[]> =>
    ctx.workflows.listRunning(),
  ),
})
