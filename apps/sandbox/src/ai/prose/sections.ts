/** What a section name means, in Chinese or English. */
export type SectionKind = 'title' | 'summary' | 'body' | 'keywords' | 'tags' | 'other'

const kinds: readonly [RegExp, SectionKind][] = [
  [/标题|题目|题名|^题$|title|headline/i, 'title'],
  [/摘要|导语|简介|概要|summary|abstract|lead/i, 'summary'],
  [/关键词|关键字|keyword/i, 'keywords'],
  [/标签|话题|tag/i, 'tags'],
  [/正文|内容|文章|全文|body|content|article/i, 'body'],
]

export function sectionKind(name: string): SectionKind {
  return kinds.find(([pattern]) => pattern.test(name))?.[1] ?? 'other'
}

export interface NamedSection {
  name: string
  text: string
}

/** Splits a delimited text; text before the first marker comes back under an empty name. */
export function splitSections(text: string): NamedSection[] {
  const sections: NamedSection[] = []
  let name = ''
  let rest = text
  for (;;) {
    const match = /(^|\n)\s*【([^【】\n]{1,14})】/.exec(rest)
    const part = match === null ? rest : rest.slice(0, match.index)
    if (name !== '' || part.trim() !== '') sections.push({ name, text: part.replace(/^[:：]?\s*/, '').trimEnd() })
    if (match === null) return sections
    name = (match[2] ?? '').trim()
    rest = rest.slice(match.index + match[0].length)
  }
}

export function joinSections(sections: readonly NamedSection[]): string {
  return sections
    .map(({ name, text }) => {
      if (name === '') return text
      return text.includes('\n') ? `【${name}】\n${text}` : `【${name}】${text}`
    })
    .join('\n')
}
