import type { WritingGoalDto } from '@mozhou/contracts/goals/answers'
import type { SetGoalInput } from '@mozhou/contracts/goals/inputs'
import type { DomainContext } from '../context.ts'
import { requireFeature } from '../features/is-open-to.ts'
import { getGoal } from './get-goal.ts'

/** Words a day from now on, or none. @throws AppError FEATURE_OFF, FEATURE_FOR_MEMBERS */
export async function setGoal(
  ctx: DomainContext,
  { userId, words }: SetGoalInput & { userId: string },
): Promise<WritingGoalDto> {
  await requireFeature(ctx, 'writing_goal', userId)
  const updatedAt = ctx.clock.now()
  if (words === null) await ctx.prisma.writingGoal.deleteMany({ where: { userId } })
  else
    await ctx.prisma.writingGoal.upsert({
      where: { userId },
      create: { userId, words, updatedAt },
      update: { words, updatedAt },
      select: { words: true },
    })
  return getGoal(ctx, userId)
}
