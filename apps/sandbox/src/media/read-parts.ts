import type { Exchange } from '../core/exchange.ts'

export interface Upload {
  name: string
  type: string
  bytes: Buffer
}

/** A request as its fields and its files, whether it came as JSON or as a form of parts. */
export interface Parts {
  fields: Record<string, unknown>
  files: Map<string, Upload>
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Null when it is neither. */
export async function readParts(exchange: Exchange): Promise<Parts | null> {
  if (exchange.isJson) return { fields: isObject(exchange.body) ? exchange.body : {}, files: new Map() }
  const type = exchange.request.headers['content-type'] ?? ''
  if (exchange.bytes.length === 0) return { fields: {}, files: new Map() }
  if (!type.startsWith('multipart/form-data')) return null
  try {
    const headers = { 'content-type': type }
    return await sort(await new Response(new Uint8Array(exchange.bytes), { headers }).formData())
  } catch {
    return null
  }
}

async function sort(form: FormData): Promise<Parts> {
  const fields: Record<string, unknown> = {}
  const files = new Map<string, Upload>()
  for (const [name, value] of form.entries()) {
    if (typeof value === 'string') fields[name] = value
    else files.set(name, { name: value.name, type: value.type, bytes: Buffer.from(await value.arrayBuffer()) })
  }
  return { fields, files }
}

const shownChars = 4_000

/** For the log: what was said, and of pictures how long they are. */
export function logged({ fields, files }: Parts): unknown {
  const shorten = (value: unknown): unknown => {
    if (typeof value === 'string') return value.length <= shownChars ? value : `… ${value.length} characters`
    if (Array.isArray(value)) return value.map(shorten)
    return isObject(value)
      ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shorten(inner)]))
      : value
  }
  const uploads = [...files].map(([field, { name, type, bytes }]) => [field, `${name}, ${type}, ${bytes.length} bytes`])
  return { ...(shorten(fields) as Record<string, unknown>), ...Object.fromEntries(uploads) }
}

/** Every text in a request, for the tokens that may stand there; base64 is passed by. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.length <= 40_000 ? [value] : []
  if (Array.isArray(value)) return value.flatMap(textsOf)
  return isObject(value) ? Object.values(value).flatMap(textsOf) : []
}
