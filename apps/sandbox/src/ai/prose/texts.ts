const sentenceEnd = /(?<=[。！？!?…])(?=[^”」』）)])|(?<=[.!?])\s+(?=[A-Z{])/

export function sentencesOf(text: string): string[] {
  return text.split(sentenceEnd).flatMap((sentence) => sentence.trim() || [])
}

/** No heading, quote, item, table or empty line. */
export const isProse = (line: string) => !/^\s*(?:#|>|[-*]\s|\d+[.、]\s|\||$)/.test(line)

/** Splits a text at its `【name】`; what stands before the first comes back under an empty name. */
export function splitSections(text: string) {
  const [before = '', ...rest] = text.split(/(?:^|\n)\s*【([^【】\n]{1,14})】/)
  const sections = before.trim() === '' ? [] : [{ name: '', text: before.trimEnd() }]
  for (let at = 0; at < rest.length; at += 2) {
    const said = (rest[at + 1] ?? '').replace(/^[:：]?\s*/, '')
    sections.push({ name: (rest[at] ?? '').trim(), text: said.trimEnd() })
  }
  return sections
}

export function joinSections(sections: ReturnType<typeof splitSections>): string {
  const headed = (name: string, text: string) => `【${name}】${text.includes('\n') ? '\n' : ''}${text}`
  return sections.map(({ name, text }) => (name === '' ? text : headed(name, text))).join('\n')
}

/** 字数 as editors count it: Han characters plus Latin words and numbers; marks and spaces do not count. */
export function measure(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const words = text.match(/[\p{Script=Latin}\d]+(?:['’.-][\p{Script=Latin}\d]+)*/gu)?.length ?? 0
  return han + words
}
