import { AppError } from '@mozhou/contracts/errors'
import { isCrowded, mostFields } from '../crowded.ts'

/** Lists and objects within one another; the deepest input that any procedure takes has five. */
export const deepestBody = 64

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * The value that a JSON body says (RFC 8259: in UTF-8); nothing at all is an empty object. What cannot be read exactly is refused:
 * a replacement character in its place would be written about, and charged.
 * @throws AppError VALIDATION_FAILED
 */
export function parseJsonBody(bytes: Uint8Array): unknown {
  if (bytes.byteLength === 0) return {}
  const value = parse(decode(bytes))
  if (isCrowded(value)) throw badBody('too_many_fields', { maximum: mostFields })
  // Later steps walk through a value by recursion.
  if (isDeeperThan(value, deepestBody)) throw badBody('too_deep', { maximum: deepestBody })
  return value
}

export function badBody(rule: string, options: { maximum?: number; cause?: unknown } = {}): AppError {
  const { maximum, cause } = options
  const params = { field: 'body', rule, ...(maximum !== undefined && { maximum }) }
  return new AppError('VALIDATION_FAILED', params, { cause })
}

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch (cause) {
    throw badBody('utf8', { cause })
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw badBody('json', { cause })
  }
}

function isDeeperThan(value: unknown, depth: number): boolean {
  let level = [value].filter(isContainer)
  for (let seen = 0; seen < depth && level.length > 0; seen += 1) {
    level = level.flatMap((container) => Object.values(container).filter(isContainer))
  }
  return level.length > 0
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
