import { parseId } from '@mozhou/contracts/ids'
import type { CreationRowDto } from '@mozhou/contracts/creations/answers'
import { signFileLink } from '../files/file-links.ts'
import type { GenerationsContext } from '../generations/fulfilment.ts'

export type CoversContext = Pick<GenerationsContext, 'prisma' | 'fulfilments' | 'secrets' | 'clock'>

/** Rows of the library with the small pictures of those works that have one. */
export async function withCovers<Row extends CreationRowDto>(ctx: CoversContext, rows: readonly Row[]): Promise<Row[]> {
  const kinds = Object.entries(ctx.fulfilments).flatMap(([kind, fulfilment]) => {
    const covers = fulfilment?.covers
    const ids = rows.filter((row) => row.kind === kind).flatMap(({ id }) => parseId('creation', id) ?? [])
    return covers && ids.length > 0 ? [covers(ctx, ids)] : []
  })
  const files = new Map((await Promise.all(kinds)).flatMap((covers) => [...covers]))
  return rows.map((row) => {
    const fileId = files.get(parseId('creation', row.id) ?? '')
    return fileId === undefined
      ? row
      : { ...row, thumbnail: signFileLink(ctx, { fileId, part: 'card', use: 'show' }).url }
  })
}
