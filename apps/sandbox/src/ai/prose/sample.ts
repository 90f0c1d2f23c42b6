import { readdirSync, readFileSync } from 'node:fs'
import type { Brief } from './read-brief.ts'
import { splitSections } from './sections.ts'

const folder = new URL('./samples/', import.meta.url)
const files = readdirSync(folder).map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))

/** Leads on to the same thought once more, when a long text has used up its sample. */
const turns = {
  zh: '换个角度看，、说得再具体些，、回到实处，、往长远看，、从另一面说，、归结起来，、还要看到，',
  en: 'Seen from another side: 、To be more concrete: 、In the long run: 、Put differently: 、One more thing: ',
}

const valueIn = (text: string, key: string) => new RegExp(`^${key}: (.*)$`, 'm').exec(text)?.[1] ?? ''

/** One tool's answer in the asked language, as data (see samples/*.md): that whose form has this label, else an article. */
export function sampleFor({ form, language }: Brief) {
  const labels = Object.keys({ ...form.facts, ...form.materials })
  const spoken = files.filter(({ name }) => name.endsWith('.en.md') === (language === 'en'))
  const isOwn = (text: string) => labels.some((label) => valueIn(text, 'form').split(', ').includes(label))
  const usual = spoken.find(({ name }) => name.startsWith('wechat-article'))
  const text = (spoken.find((file) => isOwn(file.text)) ?? usual)?.text ?? ''
  const sections = new Map<string, string[]>()
  for (const { name, text: lines } of splitSections(text)) {
    const [section = '', variant = ''] = name.split('@')
    if (Object.values(form.facts).some((fact) => fact.startsWith(variant)))
      sections.set(section, lines.split(/\n| \/ /))
  }
  const [words, leads] = [valueIn(text, 'words'), valueIn(text, 'turns') || turns[language]]
  return { words: words === '' ? [] : words.split(/、|, /), turns: leads.split('、'), sections }
}

const kinds = [/标题|题名|title/i, /摘要|summary|abstract/i, /正文|译文|结果|过程|body|content|article/i]

/** The sample's lines of a section of this name, or of its kind. */
export function linesOf({ sections }: ReturnType<typeof sampleFor>, name: string): string[] {
  const kind = kinds.find((pattern) => pattern.test(name))
  return sections.get(name) ?? [...sections].find(([other]) => kind?.test(other))?.[1] ?? []
}
