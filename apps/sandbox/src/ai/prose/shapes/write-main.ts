import type { Brief } from '../brief.ts'
import type { AskedSection } from '../contract.ts'
import { measure } from '../measure.ts'
import type { Voice } from '../voice.ts'
import { defaultLength, writeBody, writeParagraphs } from './body.ts'
import { materialOf } from './material.ts'
import { literatureNumbers, withCitations } from './write-lines.ts'
import { writeOfficialBody } from './write-official.ts'
import { writeOutlineBody } from './write-outline.ts'
import { writeTimedBody } from './write-timed.ts'

/** The share of a text that what was given may take. */
const mostMaterial = 0.6

/** What the prompt wants to stand first: 正文第一行单独写“（广告）”. */
const firstLine = /(?:第一行单独写|正文开头写明)“([^”]+)”/

/** The running text in the style its order asks for, with what the person gave woven in. */
export function writeMain(asked: AskedSection, brief: Brief, voice: Voice): string {
  const first = firstLine.exec(Object.values(brief.facts).join('\n'))?.[1]
  const target = brief.length ?? defaultLength
  const given = /大纲/.test(brief.facts['写作范围'] ?? '') ? '' : materialOf(brief, target * mostMaterial)
  const written = inStyle(asked, { ...brief, length: target - measure(given) }, voice)
  const text = given === '' ? written : beforeLastBlock(written, given)
  const plain = brief.facts['求职意向'] === undefined ? text : withoutQuotes(text)
  return first === undefined ? plain : `${first}\n\n${plain}`
}

/** A person's papers name nothing that is not theirs, and a quotation mark reads as a name. */
export const withoutQuotes = (text: string) => text.replaceAll(/[“”「」]/g, '')

function beforeLastBlock(text: string, block: string): string {
  const blocks = text.split('\n\n')
  return [...blocks.slice(0, -1), block, ...blocks.slice(-1)].join('\n\n')
}

/** 顺序编码制: the text cites its literature by number. */
export const citesNumbers = (asked: AskedSection, brief: Brief) =>
  /顺序编码|\[1\]/.test(brief.facts['引用格式'] ?? '') && /\[序号\]/.test(asked.order)

function inStyle(asked: AskedSection, brief: Brief, voice: Voice): string {
  const target = brief.length ?? defaultLength
  if (/“一、”/.test(asked.order)) return writeOfficialBody(brief, voice, target)
  if (/（n\s*分钟）/.test(asked.order)) return writeTimedBody(brief, voice, target)
  if (/纯文本/.test(asked.order)) return withEmoji(writeParagraphs(voice, target), brief, voice)
  const isOutline = /^[^：]{0,4}大纲/.test(brief.facts['写作范围'] ?? '')
  const text = isOutline ? writeOutlineBody(voice) : writeBody(brief, voice)
  return citesNumbers(asked, brief) ? withCitations(text, literatureNumbers(brief), voice.book.sampleLine) : text
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
