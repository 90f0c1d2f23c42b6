import { Prisma } from '@mozhou/db/client'
import { foldText, ownerTerm, termsOf } from './search-terms.ts'

/** Every piece of text in a result, whatever its shape. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsOf)
}

/** What a search for a work looks through. */
function searchedText(title: string, result: unknown): string {
  return foldText([...new Set([title, ...textsOf(result)])].join('\n'))
}

/**
 * `INSERT …` of a work's search row, to stand in a CTE of the statement that stores the text; `from` names a CTE with one row when
 * there is something to store.
 */
export function indexStatement(
  work: { creationId: string; userId: string; title: string; result: unknown },
  from: Prisma.Sql,
): Prisma.Sql {
  const text = searchedText(work.title, work.result)
  const terms = [ownerTerm(work.userId), ...termsOf(text)]
  return Prisma.sql`
    INSERT INTO creation_search (creation_id, text, terms)
    SELECT ${work.creationId}::uuid, ${text}, array_to_tsvector(${terms}::text[]) FROM ${from}
    ON CONFLICT (creation_id) DO UPDATE SET text = excluded.text, terms = excluded.terms`
}
