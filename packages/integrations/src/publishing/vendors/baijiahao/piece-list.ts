import { idIn, isRecord, listIn, recordIn, textIn } from '../../platform-call.ts'

const eightHours = 8 * 3_600_000

/** `2026-11-30 20:15:00`, in Beijing. */
export const stampOf = (at: Date): string =>
  new Date(at.getTime() + eightHours).toISOString().slice(0, 19).replace('T', ' ')

export interface Piece {
  id: string
  title: string
  status: string
  url: string | null
  message: string | null
}

function pieceIn(id: string | null, item: Readonly<Record<string, unknown>>): Piece[] {
  if (id === null) return []
  const { title, status, url, msg } = item
  return [{ id, title: textIn(title) ?? '', status: idIn(status) ?? '', url: textIn(url), message: textIn(msg) }]
}

/** A list under `data.items`, or pieces by their ids under `data`. */
export function piecesIn(body: Readonly<Record<string, unknown>>): Piece[] {
  const data = recordIn(body.data)
  if (Array.isArray(data.items)) return listIn(data.items).flatMap((item) => pieceIn(idIn(item.article_id), item))
  return Object.entries(data).flatMap(([id, item]) =>
    isRecord(item) ? pieceIn(idIn(item.article_id) ?? id, item) : [],
  )
}
