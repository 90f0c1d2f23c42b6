import type { WritingGoalDto } from '@mozhou/contracts/goals/answers'
import type { DomainContext } from '../context.ts'
import { featureAccess } from '../features/is-open-to.ts'
import { dayOf, dayStart } from '../shanghai-day.ts'

/** A person's goal and how far they are today, where they have the feature. */
export async function getGoal(ctx: DomainContext, userId: string): Promise<WritingGoalDto> {
  const feature = await featureAccess(ctx, 'writing_goal', userId)
  if (feature.access !== 'open') return { ...feature, goal: null }
  const [row, writtenToday] = await Promise.all([
    ctx.prisma.writingGoal.findUnique({ where: { userId }, select: { words: true } }),
    countToday(ctx, userId),
  ])
  return { ...feature, goal: { words: row?.words ?? null, writtenToday } }
}

/**
 * By how much the works that got a version today have grown since before today, or since they were copied; a work that has shrunk counts as
 * nothing, not as less.
 */
async function countToday(ctx: DomainContext, userId: string): Promise<number> {
  const today = dayStart(dayOf(ctx.clock.now()))
  const [row] = await ctx.prisma.$queryRaw<{ words: number }[]>`
    SELECT coalesce(sum(greatest(0, latest.word_count - coalesce(earlier.word_count, 0))), 0)::int AS words
    FROM creations c
    CROSS JOIN LATERAL (SELECT v.word_count, v.created_at FROM creation_versions v WHERE v.creation_id = c.id
      ORDER BY v.ordinal DESC LIMIT 1) AS latest
    LEFT JOIN LATERAL (SELECT v.word_count FROM creation_versions v WHERE v.creation_id = c.id
      AND (v.created_at < ${today} OR v.kind = 'copied') ORDER BY v.ordinal DESC LIMIT 1) AS earlier ON true
    WHERE c.user_id = ${userId}::uuid AND c.deleted_at IS NULL AND c.updated_at >= ${today} AND latest.created_at >= ${today}`
  return row?.words ?? 0
}
