import type { Brief } from '../brief.ts'
import type { AskedSection } from '../contract.ts'
import type { Voice } from '../voice.ts'
import { defaultLength, writeBody, writeParagraphs } from './body.ts'
import { literatureCount, withCitations } from './write-lines.ts'
import { writeOfficialBody } from './write-official.ts'
import { writeOutlineBody } from './write-outline.ts'

/** What the prompt wants to stand first: 正文第一行单独写“（广告）”. */
const firstLine = /(?:第一行单独写|正文开头写明)“([^”]+)”/

/** The running text in the style its order asks for. */
export function writeMain(asked: AskedSection, brief: Brief, voice: Voice): string {
  const first = firstLine.exec(Object.values(brief.facts).join('\n'))?.[1]
  const text = inStyle(asked, brief, voice)
  return first === undefined ? text : `${first}\n\n${text}`
}

function inStyle(asked: AskedSection, brief: Brief, voice: Voice): string {
  const target = brief.length ?? defaultLength
  if (/“一、”/.test(asked.order)) return writeOfficialBody(brief, voice, target)
  if (/纯文本/.test(asked.order)) return withEmoji(writeParagraphs(voice, target), brief, voice)
  const numbers = /顺序编码|\[1\]/.test(brief.facts['引用格式'] ?? '') && /\[序号\]/.test(asked.order)
  const isOutline = /^[^：]{0,4}大纲/.test(brief.facts['写作范围'] ?? '')
  const text = isOutline ? writeOutlineBody(voice) : writeBody(brief, voice)
  return numbers ? withCitations(text, literatureCount(brief), voice.book.sampleLine) : text
}

function withEmoji(text: string, brief: Brief, voice: Voice): string {
  if (!brief.wantsEmoji) return text
  return text
    .split('\n\n')
    .map((paragraph) =>
      paragraph === voice.book.sampleLine ? paragraph : `${voice.random.pick(voice.book.emojis)}${paragraph}`,
    )
    .join('\n\n')
}
