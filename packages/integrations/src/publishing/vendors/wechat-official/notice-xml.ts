/** Notices are flat lists of small fields: no parser that would follow entities or documents of a stranger is let near them. */
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

const decoded = (text: string) =>
  text.replaceAll(/&(lt|gt|quot|apos|amp);/gu, (_whole, name: string) => entities[name] ?? '')

/** The text of every element of this name, in order. */
export function fieldsOf(xml: string, name: string): string[] {
  const element = new RegExp(
    `<${name}>\\s*(?:<!\\[CDATA\\[([^\\]]*(?:\\](?!\\]>)[^\\]]*)*)\\]\\]>|([^<]*))\\s*</${name}>`,
    'gu',
  )
  return [...xml.matchAll(element)].map(([, raw, text = '']) => raw ?? decoded(text.trim()))
}

export const fieldOf = (xml: string, name: string): string | null => fieldsOf(xml, name)[0] ?? null
