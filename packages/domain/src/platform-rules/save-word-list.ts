import { isDeepStrictEqual } from 'node:util'
import { AppError } from '@mozhou/contracts/errors'
import type { WordListVersionDto } from '@mozhou/contracts/platform-rules/answers'
import type { ListedTermInput, RestoreWordListInput, SaveWordListInput } from '@mozhou/contracts/platform-rules/inputs'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext, TxContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { refuseWrongTerms } from './refuse-nonsense.ts'
import { dropKeptRules } from './rules-cache.ts'
import { lockPlatformRules } from './set-platform-rule.ts'
import { storedTerms } from './stored-rules.ts'
import { getWordList, listWordLists } from './word-lists.ts'

/**
 * A new version of the list, which holds with the next check. Of two who save at once the second is told.
 * @throws AppError WORD_LIST_CHANGED, WORD_LIST_UNCHANGED, and those of `refuseWrongTerms`.
 */
export async function saveWordList(
  ctx: DomainContext,
  input: SaveWordListInput & { actor: Actor },
): Promise<WordListVersionDto[]> {
  refuseWrongTerms(input.terms)
  await inTransaction(ctx, (tx) => writeVersion(tx, { ...input, restores: null }))
  await dropKeptRules(ctx)
  return listWordLists(ctx)
}

/**
 * An earlier version holds again, as a new one: what was in between stays to be seen.
 * @throws AppError WORD_LIST_NOT_FOUND, WORD_LIST_CHANGED, WORD_LIST_UNCHANGED
 */
export async function restoreWordList(
  ctx: DomainContext,
  input: RestoreWordListInput & { actor: Actor },
): Promise<WordListVersionDto[]> {
  const { number, before, actor } = input
  await inTransaction(ctx, async (tx) => {
    const { list, note } = await getWordList(tx, { number })
    await writeVersion(tx, { terms: list, note, before, restores: number, actor })
  })
  await dropKeptRules(ctx)
  return listWordLists(ctx)
}

interface NewVersion {
  terms: readonly ListedTermInput[]
  note: string
  before: number
  restores: number | null
  actor: Actor
}

async function writeVersion(tx: TxContext, { terms, note, before, restores, actor }: NewVersion): Promise<void> {
  await lockPlatformRules(tx)
  const last = await tx.prisma.wordListVersion.findFirst({
    orderBy: { number: 'desc' },
    select: { number: true, terms: true },
  })
  if ((last?.number ?? 0) !== before) throw new AppError('WORD_LIST_CHANGED')
  const held = last ? storedTerms(last.terms) : []
  if (isDeepStrictEqual(held, plain(terms))) throw new AppError('WORD_LIST_UNCHANGED')
  const number = before + 1
  await tx.prisma.wordListVersion.create({
    data: { number, terms: plain(terms), note, restores, createdAt: tx.clock.now(), savedById: actor.userId },
    select: { number: true },
  })
  await writeAuditRow(tx, {
    actorId: actor.userId,
    permission: 'platform_rule:write',
    action: restores === null ? 'word-list.save' : 'word-list.roll-back',
    target: `word-list@${number}`,
    before: { version: before, terms: held.length },
    after: { version: number, terms: terms.length, note, restores },
    requestId: actor.requestId,
  })
}

/** As JSON keeps it: without what is left out. */
const plain = (terms: readonly ListedTermInput[]): ListedTermInput[] =>
  terms.map(({ term, severity, platforms, safe }) => ({
    term,
    severity,
    ...(platforms === undefined ? {} : { platforms }),
    ...(safe === undefined || safe.length === 0 ? {} : { safe }),
  }))
