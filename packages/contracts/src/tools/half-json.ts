/**
 * Reads an object out of JSON as models write it: whole, cut anywhere, with raw line breaks inside strings, with text behind it. Null
 * when the text does not begin with an object.
 */
export function readHalfJson(text: string): Record<string, unknown> | null {
  const start = /^\s*\{/u.exec(text)
  if (!start) return null
  let source = text.slice(start[0].length - 1)
  // Each turn gives up what stands behind the last comma: a key without its value, a word cut in the middle.
  for (let turn = 0; turn < 4 && source !== ''; turn += 1) {
    const object = parseObject(closed(source))
    if (object) return object
    source = source.slice(0, Math.max(0, source.lastIndexOf(',')))
  }
  return null
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch (cause) {
    if (cause instanceof SyntaxError) return null
    throw cause
  }
}

const controlEscapes: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** Ends every open string, list and object, and stops where the first object ends. */
function closed(text: string): string {
  const open: string[] = []
  let isInString = false
  let out = ''
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (isInString) {
      if (character === '\\') {
        const escape = /^\\(?:u[\da-fA-F]{4}|[^u])/u.exec(text.slice(at, at + 6))?.[0]
        if (escape === undefined) break
        out += escape
        at += escape.length - 1
        continue
      }
      if (character === '"') isInString = false
      out += controlEscapes[character] ?? character
      continue
    }
    if (character === '"') isInString = true
    if (character === '{') open.push('}')
    if (character === '[') open.push(']')
    if (character === '}' || character === ']') open.pop()
    out += character
    if (open.length === 0) return out
  }
  const ended = isInString ? `${out}"` : out.replace(/[\s,]+$/u, '').replace(/:$/u, ':null')
  return ended + open.toReversed().join('')
}
