import type { FoundCreationDto } from '@mozhou/contracts/creations/answers'
import type { ListCreationsInput } from '@mozhou/contracts/creations/inputs'
import type { Page } from '@mozhou/contracts/page'
import { Prisma } from '@mozhou/db/client'
import { toCreationRow } from './creation-row.ts'
import type { CreationRow } from './creation-row.ts'
import { withCovers } from './with-covers.ts'
import type { CoversContext } from './with-covers.ts'
import { afterPlace, orderOf, toSortedPage } from './creation-order.ts'
import { cutExcerpt } from '../search/cut-excerpt.ts'
import { anyOf, ownerTerm, phrasesOf, requiredTerms } from '../search/search-terms.ts'
import { spellingsOf } from '../search/spellings.ts'

interface FoundRow extends CreationRow {
  shown: string | null
  folded: string | null
}

/** Characters of text shown around the first hit, and those of them before it. */
const excerptLength = 60
const lead = 15

/** A user's works; drafts that were never accepted are not among them, nor what is in the trash. */
export async function listCreations(
  ctx: CoversContext,
  input: ListCreationsInput & { userId: string },
): Promise<Page<FoundCreationDto>> {
  // Each phrase in all the ways that it may be written.
  const phrases = input.search === undefined ? [] : phrasesOf(input.search).map(spellingsOf)
  // A search for nothing that can be stored meets no text, and so no work.
  if (input.search !== undefined && phrases.length === 0) return { items: [], nextCursor: null }
  const rows = await ctx.prisma.$queryRaw<FoundRow[]>`
    SELECT c.id, c.kind, c.tool_key AS "toolKey", c.title, c.status, c.is_incomplete AS "isIncomplete", c.word_count AS "wordCount",
      c.created_at AS "createdAt", c.updated_at AS "updatedAt", ${pieceOf('shown', phrases[0])} AS shown, ${pieceOf('text', phrases[0])} AS folded
    FROM creations c ${phrases.length === 0 ? Prisma.empty : Prisma.sql`JOIN creation_search s ON s.creation_id = c.id`}
    WHERE ${Prisma.join([...filters(input), ...matches(input.userId, phrases), ...afterPlace(input.sort, input.cursor)], ' AND ')}
    ORDER BY ${orderOf(input.sort)}
    LIMIT ${input.limit + 1}`
  const page = toSortedPage(rows, input, (row) => ({ ...toCreationRow(ctx, row), ...foundIn(row, phrases) }))
  return { ...page, items: await withCovers(ctx, page.items) }
}

function foundIn({ shown, folded }: FoundRow, phrases: readonly string[][]) {
  if (shown === null || folded === null) return { excerpt: null, matches: [] }
  // Rows of the first edition have no other text than the folded one.
  return cutExcerpt({ folded, shown: shown === '' ? folded : shown }, phrases.flat())
}

function filters(input: ListCreationsInput & { userId: string }): Prisma.Sql[] {
  const { userId, kind, tool, status, isIncomplete, from, to } = input
  const when = (value: unknown, condition: Prisma.Sql) => (value === undefined ? [] : [condition])
  return [
    Prisma.sql`c.user_id = ${userId}::uuid`,
    Prisma.sql`c.deleted_at IS NULL`,
    status === undefined ? Prisma.sql`c.status <> 'draft'` : Prisma.sql`c.status = ${status}`,
    ...when(kind, Prisma.sql`c.kind = ${kind}`),
    ...when(tool, Prisma.sql`c.tool_key = ${tool}`),
    ...when(isIncomplete, isIncomplete ? Prisma.sql`c.is_incomplete` : Prisma.sql`NOT c.is_incomplete`),
    ...when(from, Prisma.sql`c.created_at >= ${from}::timestamptz`),
    ...when(to, Prisma.sql`c.created_at < ${to}::timestamptz`),
  ]
}

/** The index narrows down, the text decides. */
function matches(userId: string, phrases: readonly string[][]): Prisma.Sql[] {
  if (phrases.length === 0) return []
  const terms = [[[ownerTerm(userId)]], ...phrases.map((spellings) => spellings.map(requiredTerms))]
  return [
    Prisma.sql`s.terms @@ ${terms.map(anyOf).join(' & ')}::tsquery`,
    ...phrases.map((spellings) => Prisma.sql`${placeOf(spellings)} IS NOT NULL`),
  ]
}

/** Around the first hit; a longer phrase is there in whole. */
function pieceOf(column: 'shown' | 'text', spellings: readonly string[] | undefined): Prisma.Sql {
  if (spellings === undefined) return Prisma.sql`NULL::text`
  const length = Math.max(excerptLength, ...spellings.map((spelling) => lead + Array.from(spelling).length))
  const from = Prisma.sql`greatest(1, ${placeOf(spellings)} - ${lead}::int)`
  return Prisma.sql`substring(s.${Prisma.raw(column)} FROM ${from} FOR ${length}::int)`
}

/** Where a phrase stands first, in whichever way it is written; null where it does not. */
function placeOf(spellings: readonly string[]): Prisma.Sql {
  const places = spellings.map((spelling) => Prisma.sql`nullif(position(${spelling} IN s.text), 0)`)
  return Prisma.sql`least(${Prisma.join(places)})`
}
