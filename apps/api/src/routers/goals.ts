import type { WritingGoalDto } from '@mozhou/contracts/goals/answers'
import { setGoalInput } from '@mozhou/contracts/goals/inputs'
import { getGoal } from '@mozhou/domain/goals/get-goal'
import { setGoal } from '@mozhou/domain/goals/set-goal'
import { router, userProcedure } from '../trpc.ts'

export const goalsRouter = router({
  mine: userProcedure.query(({ ctx }): Promise<WritingGoalDto> => getGoal(ctx.domain, ctx.user.id)),

  set: userProcedure
    .input(setGoalInput)
    .mutation(({ ctx, input }): Promise<WritingGoalDto> => setGoal(ctx.domain, { ...input, userId: ctx.user.id })),
})
