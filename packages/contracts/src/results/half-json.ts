import { isObject } from './text-of.ts'

export interface HalfJson<Value> {
  value: Value
  /** What stands behind it, or could not be read as JSON: text like any other. */
  rest: string
}

/**
 * Reads an object out of JSON as models write it: whole, cut anywhere, with raw line breaks and bare quotation marks inside strings, with a
 * comma too many, with text behind it. Null when the text does not begin with an object.
 */
export function readHalfJson(text: string): HalfJson<Record<string, unknown>> | null {
  const read = /^\s*\{/u.test(text) ? readHalf(text) : null
  return read && isObject(read.value) ? { value: read.value, rest: read.rest } : null
}

/** The same for a list. */
export function readHalfList(text: string): HalfJson<unknown[]> | null {
  const read = /^\s*\[/u.test(text) ? readHalf(text) : null
  return read && Array.isArray(read.value) ? { value: read.value, rest: read.rest } : null
}

function readHalf(text: string): HalfJson<unknown> | null {
  const start = text.length - text.trimStart().length
  const first = closed(text.slice(start))
  const end = start + first.end
  let source = text.slice(start, end)
  let { json } = first
  let given = ''
  // Each turn gives up what stands behind the last comma: a key without its value, a word cut in the middle.
  for (let turn = 0; turn < 4 && source !== ''; turn += 1) {
    const value = parsed(json)
    if (value !== undefined) return { value, rest: (isCutShort(given) ? '' : given) + text.slice(end) }
    const comma = Math.max(0, source.lastIndexOf(','))
    given = source.slice(comma) + given
    source = source.slice(0, comma)
    json = closed(source).json
  }
  return null
}

/** A key without its value or the start of a literal: more of it is still to come. */
const isCutShort = (given: string) =>
  /^,?\s*(?:"(?:[^"\\]|\\.)*(?:"\s*:?\s*)?)?(?:[\d.eE+-]*|t(?:r(?:ue?)?)?|f(?:a(?:l(?:se?)?)?)?|n(?:u(?:ll?)?)?)$/u.test(
    given,
  )

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined
    throw cause
  }
}

const controlEscapes: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

const ends = { '{': '}', '[': ']' } as const

/** What is nested deeper is a model that repeats itself: text, no answer. */
const maxDepth = 100

/** Ends every open string, list and object, and stops where the first one ends. */
function closed(text: string): { json: string; end: number } {
  const open: { end: string; keys: Set<string> }[] = []
  let out = ''
  // A comma is written when something follows it.
  let comma = ''
  let at = 0
  while (at < text.length) {
    const character = text.charAt(at)
    at += 1
    if (character === ',') comma = ','
    else if (character.trim() !== '') {
      const isEnd = character === '}' || character === ']'
      if (!isEnd) out += comma
      comma = ''
      if (character === '"') {
        const string = stringAt(text, at - 1)
        at = string.end
        out += /^\s*:/u.test(text.slice(at, at + 9)) ? onlyKey(string.json, open.at(-1)?.keys) : string.json
      } else {
        if (isEnd) open.pop()
        else if (character === '{' || character === '[') open.push({ end: ends[character], keys: new Set() })
        out += character
      }
      if (open.length === 0) return { json: out, end: at }
      if (open.length > maxDepth) return { json: '', end: text.length }
    } else out += character
  }
  const closing = open.toReversed().map(({ end }) => end)
  return { json: out.trimEnd().replace(/:$/u, ':null') + closing.join(''), end: text.length }
}

/** A key that came before gets a blank behind it: of two equal ones `JSON.parse` would keep the last. */
function onlyKey(key: string, keys: Set<string> | undefined): string {
  let only = key
  while (keys?.has(only) === true) only = `${only.slice(0, -1)} "`
  keys?.add(only)
  return only
}

const stringEnd = /\s*(?:[,:}\]]|$)/uy

/** The string that begins at a quotation mark; one inside it, behind which no string can end, is its own. */
function stringAt(text: string, start: number): { json: string; end: number } {
  let json = '"'
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === '"') {
      stringEnd.lastIndex = at + 1
      if (stringEnd.test(text)) return { json: `${json}"`, end: at + 1 }
      json += '\\"'
    } else if (character === '\\') {
      const escape = escapeAt(text, at)
      if (escape === null) break
      json += escape
      // A backslash that escapes nothing stands doubled and is one character of the text.
      at += escape === '\\\\' && text.charAt(at + 1) !== '\\' ? 0 : escape.length - 1
    } else json += controlEscapes[character] ?? character
  }
  return { json: `${json}"`, end: text.length }
}

/** The escape at a backslash, a backslash where it is none (`\d`, `C:\users`), null where the text was cut inside it. */
function escapeAt(text: string, at: number): string | null {
  const escape = /^\\(?:u[\da-fA-F]{4}|["\\/bfnrt])/u.exec(text.slice(at, at + 6))?.[0]
  if (escape !== undefined) return escape
  return /^\\(?:u[\da-fA-F]{0,3})?$/u.test(text.slice(at)) ? null : '\\\\'
}
