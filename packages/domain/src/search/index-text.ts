import { Prisma } from '@mozhou/db/client'
import { alignText } from './fold-text.ts'
import type { AlignedText } from './fold-text.ts'
import { readText } from './read-text.ts'
import { ownerTerm, termsOf } from './search-terms.ts'

/** Which way search rows are made. Raise it with every change of what they hold: housekeeping then makes the older ones anew. */
export const searchEdition = 2

/** Every piece of text in a result, whatever its shape. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsOf)
}

/** What a search row says of a text. */
export interface SearchedText extends AlignedText {
  terms: string[]
}

/** What a search for a work looks through: its texts as they are read, without the marks that they are written with. */
export function searchedText(title: string, result: unknown): SearchedText {
  const aligned = alignText([...new Set([title, ...textsOf(result)])].map(readText).join('\n'))
  return { ...aligned, terms: termsOf(aligned.folded) }
}

/**
 * `INSERT …` of a work's search row, to stand in a CTE of the statement that stores the text; `from` names a CTE with one row when
 * there is something to store. A row that is there gives way where `isOlder` holds.
 */
export function indexStatement(
  work: { creationId: string; userId: string; searched: SearchedText },
  from: Prisma.Sql,
  isOlder = Prisma.sql`true`,
): Prisma.Sql {
  const { shown, folded } = work.searched
  const terms = [ownerTerm(work.userId), ...work.searched.terms]
  return Prisma.sql`
    INSERT INTO creation_search (creation_id, text, shown, terms, edition)
    SELECT ${work.creationId}::uuid, ${folded}, ${shown}, array_to_tsvector(${terms}::text[]), ${searchEdition}::int FROM ${from}
    ON CONFLICT (creation_id) DO UPDATE
    SET text = excluded.text, shown = excluded.shown, terms = excluded.terms, edition = excluded.edition WHERE ${isOlder}`
}
