/**
 * Notices are flat lists of small fields, and come from anybody until their signature was looked at: no parser that follows entities or
 * documents is let near them, and what is done takes time that grows with their length and no faster.
 */
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
const rawStart = '<![CDATA['
const rawEnd = ']]>'

const decoded = (text: string) =>
  text.replaceAll(/&(lt|gt|quot|apos|amp);/gu, (_whole, name: string) => entities[name] ?? '')

/** The text of every element of this name, in order. */
export function fieldsOf(xml: string, name: string): string[] {
  const open = `<${name}>`
  const found: string[] = []
  for (let at = xml.indexOf(open); at >= 0; at = xml.indexOf(open, at)) {
    at += open.length
    const isRaw = xml.startsWith(rawStart, at)
    const start = isRaw ? at + rawStart.length : at
    const end = xml.indexOf(isRaw ? rawEnd : '<', start)
    if (end < 0) return found
    const close = isRaw ? end + rawEnd.length : end
    const text = xml.slice(start, end)
    if (xml.startsWith(`</${name}>`, close)) found.push(isRaw ? text : decoded(text.trim()))
    at = close
  }
  return found
}

export const fieldOf = (xml: string, name: string): string | null => fieldsOf(xml, name)[0] ?? null
