import { AppError } from '@mozhou/contracts/errors'
import type { WordListTermsDto, WordListVersionDto } from '@mozhou/contracts/platform-rules/answers'
import type { DomainContext, TxContext } from '../context.ts'
import { shownName } from '../shown-name.ts'
import { storedTerms } from './stored-rules.ts'

interface VersionRow {
  number: number
  terms: number
  note: string
  restores: number | null
  createdAt: Date
  userId: string
  username: string
}

/** More versions than anybody goes back over. */
const mostVersions = 200

/** The versions of the list, the newest first: the first of them holds. */
export async function listWordLists(ctx: Pick<DomainContext, 'prisma'>): Promise<WordListVersionDto[]> {
  const rows = await ctx.prisma.$queryRaw<VersionRow[]>`
    SELECT w.number, jsonb_array_length(w.terms) AS terms, w.note, w.restores, w.created_at AS "createdAt", u.id AS "userId", u.username
    FROM word_list_versions w JOIN users u ON u.id = w.saved_by_id ORDER BY w.number DESC LIMIT ${mostVersions}`
  return rows.map(({ userId, username, createdAt, ...row }) => ({
    ...row,
    savedBy: shownName({ id: userId, username }),
    savedAt: createdAt.toISOString(),
  }))
}

/** One version with its terms. @throws AppError WORD_LIST_NOT_FOUND */
export async function getWordList(
  ctx: Pick<TxContext, 'prisma'>,
  { number }: { number: number },
): Promise<WordListTermsDto> {
  const row = await ctx.prisma.wordListVersion.findUnique({
    where: { number },
    select: {
      number: true,
      terms: true,
      note: true,
      restores: true,
      createdAt: true,
      savedBy: { select: { id: true, username: true } },
    },
  })
  if (!row) throw new AppError('WORD_LIST_NOT_FOUND', { number })
  const list = storedTerms(row.terms)
  return {
    number: row.number,
    terms: list.length,
    note: row.note,
    restores: row.restores,
    savedBy: shownName(row.savedBy),
    savedAt: row.createdAt.toISOString(),
    list,
  }
}
