import { readdirSync, readFileSync } from 'node:fs'
import type { Brief } from './read-brief.ts'
import { splitSections } from './texts.ts'

const folder = new URL('./samples/', import.meta.url)
const files = readdirSync(folder).map((name) => {
  const text = readFileSync(new URL(name, folder), 'utf8')
  const listIn = (key: string) => new RegExp(`^${key}: (.+)$`, 'm').exec(text)?.[1]?.split(/、|, /) ?? []
  return { name, labels: listIn('form'), words: listIn('words'), sections: splitSections(text) }
})
/** Sections that one prompt names otherwise than another. */
const kinds = [/标题|题名|title/i, /摘要|summary|abstract/i, /正文|译文|结果|过程|body|content|article/i]

/** One tool's answer in the asked language, as data (see samples/*.md): that whose form has this label, else an article. */
export function sampleFor({ form, language }: Brief) {
  const spoken = files.filter(({ name }) => name.endsWith('.en.md') === (language === 'en'))
  const isOwn = ({ labels }: (typeof files)[number]) => labels.some((label) => label in form.said)
  const file = spoken.find(isOwn) ?? spoken.find(({ name }) => name.startsWith('wechat-article'))
  const lines = new Map<string, string[]>()
  for (const { name, text } of file?.sections ?? []) {
    const [section = '', variant = ''] = name.split('@')
    if (Object.values(form.facts).some((fact) => fact.startsWith(variant))) lines.set(section, text.split(/\n| \/ /))
  }
  const linesOf = (name: string): string[] => {
    const kind = kinds.find((pattern) => pattern.test(name))
    return lines.get(name) ?? [...lines].find(([other]) => kind?.test(other))?.[1] ?? []
  }
  return { words: file?.words ?? [], plan: lines.get('大纲'), linesOf }
}
