import type { WritingGoalDto } from '@mozhou/contracts/goals/answers'
import { queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'

export function myGoal() {
  return queryOptions({
    queryKey: ['goals'] as const,
    queryFn: ({ signal }): Promise<WritingGoalDto> => api.goals.mine.query(undefined, { signal }),
    // What was written meanwhile counts when somebody comes back to the page.
    staleTime: 0,
  })
}
