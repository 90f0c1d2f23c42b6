import type { MyUsageDto, MyUsageFigures } from '@mozhou/contracts/models/usage-answers'
import type { MyUsageInput } from '@mozhou/contracts/models/usage-inputs'
import type { DomainContext } from '../context.ts'
import { countUsage } from './count-usage.ts'
import type { UsageCount } from './count-usage.ts'

/** What a person's own texts took, by tool and by day. */
export async function getMyUsage(ctx: DomainContext, input: MyUsageInput & { userId: string }): Promise<MyUsageDto> {
  const question = { ...input, purpose: 'generation', limit: 400 } as const
  const [tools, days] = await Promise.all([
    countUsage(ctx, { ...question, by: 'tool' }),
    countUsage(ctx, { ...question, by: 'day' }),
  ])
  return {
    asOf: ctx.clock.now().toISOString(),
    from: input.from,
    to: input.to,
    total: shown(tools.total),
    byTool: rowsOf(tools),
    byDay: rowsOf(days),
  }
}

function rowsOf({ groups }: UsageCount): MyUsageDto['byTool'] {
  return groups.map(({ key, figures }) => ({ key: key ?? '', ...shown(figures) }))
}

function shown({ calls, inputTokens, outputTokens }: MyUsageFigures): MyUsageFigures {
  return { calls, inputTokens, outputTokens }
}
