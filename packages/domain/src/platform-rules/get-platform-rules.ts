import type { PlatformRuleChangeDto, PlatformRulesDto } from '@mozhou/contracts/platform-rules/answers'
import type { DomainContext, TxContext } from '../context.ts'
import { dayOf } from '../shanghai-day.ts'
import { currentChanges } from './current-changes.ts'
import { keepRules, readKeptRules } from './rules-cache.ts'
import { storedTerms } from './stored-rules.ts'

/**
 * What operators changed of the platforms' rules, and their list of words, as `checkPackage` takes them. From Redis when it can, from the
 * database when it must.
 */
export async function getPlatformRules(ctx: DomainContext): Promise<PlatformRulesDto> {
  const { kept, epoch } = await readKeptRules(ctx)
  if (kept !== null) return kept
  const rules = await readPlatformRules(ctx)
  if (epoch !== null) await keepRules(ctx, rules, epoch)
  return rules
}

/** Straight from the rows. */
export async function readPlatformRules(ctx: Pick<TxContext, 'prisma'>): Promise<PlatformRulesDto> {
  const [{ changes, number }, list] = await Promise.all([
    currentChanges(ctx),
    ctx.prisma.wordListVersion.findFirst({
      orderBy: { number: 'desc' },
      select: { number: true, terms: true, createdAt: true },
    }),
  ])
  return {
    overrides: { version: overridesVersion(number), entries: changes.flatMap(toEntry) },
    wordList: list && {
      version: String(list.number),
      updatedOn: dayOf(list.createdAt),
      terms: storedTerms(list.terms),
    },
  }
}

const overridesVersion = (number: number) => (number === 0 ? 'none' : String(number))

function toEntry({ code, platform, difference }: PlatformRuleChangeDto): PlatformRulesDto['overrides']['entries'] {
  if (difference === null) return []
  return [{ code, ...(platform === null ? {} : { platforms: [platform] }), ...difference }]
}
