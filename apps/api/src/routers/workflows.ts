import type { AcknowledgementDto } from '@mozhou/contracts/generations/admin-answers'
import { acknowledgeRunInput } from '@mozhou/contracts/generations/inputs'
import { acknowledgeRun } from '@mozhou/domain/generations/acknowledge-run'
import { readGenerationWorkflowId } from '@mozhou/workflows/ids'
import { listRuns } from '../generations/list-runs.ts'
import type { RunDto } from '../generations/list-runs.ts'
import { adminProcedure, router } from '../trpc.ts'

export const workflowsRouter = router({
  running: adminProcedure('workflow:read').query(({ ctx }): Promise<RunDto[]> => listRuns(ctx)),

  acknowledge: adminProcedure('workflow:acknowledge')
    .input(acknowledgeRunInput)
    .mutation(async ({ ctx, input }): Promise<AcknowledgementDto> => {
      const generation = readGenerationWorkflowId(input.workflowId)
      const run = generation ? null : await ctx.workflows.findRun(input.workflowId)
      return acknowledgeRun(ctx.domain, { ...input, actor: ctx.actor, generation, run })
    }),
})
