export const sentencesOf = (text: string) =>
  text.split(/(?<=[。！？!?…])(?=[^”」』）)])|(?<=[.!?])\s+(?=[A-Z{])/).flatMap((sentence) => sentence.trim() || [])

/** No heading, quote, item, table or empty line. */
export const isProse = (line: string) => !/^\s*(?:#|>|[-*]\s|\d+[.、]\s|\||$)/.test(line)

/** Splits a text at its `【name】`; what stands before the first comes back under an empty name. */
export function splitSections(text: string) {
  return text.split(/(?:^|\n)\s*(?=【[^【】\n]{1,14}】)/).flatMap((section) => {
    const [, name = '', said = ''] = /^(?:【([^【】\n]{1,14})】[:：]?\s*)?([^]*)$/.exec(section) ?? []
    return name === '' && said.trim() === '' ? [] : [{ name: name.trim(), text: said.trimEnd() }]
  })
}

export function joinSections(sections: ReturnType<typeof splitSections>): string {
  const headed = (name: string, text: string) => `【${name}】${text.includes('\n') ? '\n' : ''}${text}`
  return sections.map(({ name, text }) => (name === '' ? text : headed(name, text))).join('\n')
}

/** 字数 as editors count it: Han characters plus Latin words and numbers; marks and spaces do not count. */
export const measure = (text: string): number =>
  text.match(/\p{Script=Han}|[\p{Script=Latin}\d]+(?:['’.-][\p{Script=Latin}\d]+)*/gu)?.length ?? 0
