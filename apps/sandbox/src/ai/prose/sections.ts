/** Texts as prompts and answers cut them: sentences, paragraphs, and sections under `【name】`. */
const sentenceEnd = /(?<=[。！？!?…])(?=[^”」』）)])|(?<=[.!?])\s+(?=[A-Z{])/

export function sentencesOf(text: string): string[] {
  return text.split(sentenceEnd).flatMap((sentence) => sentence.trim() || [])
}

/** No heading, quote, item, table or empty line. */
export const isProse = (line: string) => !/^\s*(?:#|>|[-*]\s|\d+[.、]\s|\||$)/.test(line)

export interface NamedSection {
  name: string
  text: string
}

/** Splits a delimited text; text before the first marker comes back under an empty name. */
export function splitSections(text: string): NamedSection[] {
  const [before = '', ...rest] = text.split(/(?:^|\n)\s*【([^【】\n]{1,14})】/)
  const sections = before.trim() === '' ? [] : [{ name: '', text: before.trimEnd() }]
  for (let at = 0; at < rest.length; at += 2) {
    const said = (rest[at + 1] ?? '').replace(/^[:：]?\s*/, '')
    sections.push({ name: (rest[at] ?? '').trim(), text: said.trimEnd() })
  }
  return sections
}

export function joinSections(sections: readonly NamedSection[]): string {
  const headed = ({ name, text }: NamedSection) => `【${name}】${text.includes('\n') ? '\n' : ''}${text}`
  return sections.map((section) => (section.name === '' ? section.text : headed(section))).join('\n')
}
