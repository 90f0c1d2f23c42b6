import { z } from 'zod'
import { compose } from './compose.ts'
import { idParts } from './modules.ts'

/** Prefixes that ids wear at the edge; inside, an id is a bare UUIDv7 (RFC 9562, section 5.7). */
export const idPrefixes = compose(idParts)

export type IdKind = keyof typeof idPrefixes

const hex = /^[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}$/

/** `formatId('creation', uuid)` → `cre_` and the 32 hex digits of the UUID. */
export function formatId(kind: IdKind, uuid: string): string {
  return `${idPrefixes[kind]}_${uuid.replaceAll('-', '')}`
}

/** The bare UUID behind an edge id, or null when it is not one of that kind. */
export function parseId(kind: IdKind, id: string): string | null {
  const prefix = `${idPrefixes[kind]}_`
  const digits = id.slice(prefix.length)
  if (!id.startsWith(prefix) || !hex.test(digits)) return null
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join(
    '-',
  )
}

/** Input schema: takes the edge form, gives the bare UUID. */
export function idInput(kind: IdKind) {
  return z
    .string()
    .meta(idShape(kind))
    .transform((id, context) => {
      const uuid = parseId(kind, id)
      if (uuid !== null) return uuid
      context.addIssue({ code: 'custom', message: `must be an id like ${idPrefixes[kind]}_…`, params: { rule: 'id' } })
      return z.NEVER
    })
}

/** Answer schema: the edge form as it is. */
export function idAnswer(kind: IdKind) {
  return z.string().meta(idShape(kind))
}

/** For the OpenAPI document. */
function idShape(kind: IdKind) {
  const prefix = idPrefixes[kind]
  return {
    pattern: `^${prefix}_${hex.source.slice(1)}`,
    examples: [`${prefix}_019ab3d2c4e57f60a1b2c3d4e5f60718`],
  }
}

/** A key the client makes, once per press of a button, so that a double click or a retry has one effect. */
export const requestKeyInput = z.uuid()
