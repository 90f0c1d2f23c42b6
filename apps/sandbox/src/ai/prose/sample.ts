import { readdirSync, readFileSync } from 'node:fs'
import type { Brief } from './read-brief.ts'

export interface SampleSection {
  heading: string
  /** Label of the pasted text that belongs here. */
  material: string | null
  sentences: string[]
  list: string[]
  quote: string | null
}

/** One tool's answer, as data: see samples/*.md. `{题}`, `{词}` and labels of the form stand for what a person gave. */
export interface Sample {
  /** A label that only this tool's form has. */
  sign: RegExp
  /** Runs without headings. */
  isPlain: boolean
  /** Values of `title:`, `summary:`, `lead:`, `end:`, `more:` … lines. */
  lines: Record<string, string[]>
  sections: SampleSection[]
  /** Items of a list or table section, by its name. */
  items: Record<string, string[]>
}

const sentenceEnd = /(?<=[。！？!?…])(?=[^”」』）)])|(?<=[.!?])\s+(?=[A-Z{])/

export function sentencesOf(text: string): string[] {
  return text.split(sentenceEnd).filter((sentence) => sentence.trim() !== '')
}

function readLine(sample: Sample, line: string): void {
  const section = sample.sections.at(-1)
  const named = /^(?:([a-z]+)|@([^:]+)): (.*)$/.exec(line)
  const [, key, item, value = ''] = named ?? []
  if (item !== undefined) sample.items[item] = value.split('｜')
  else if (key !== undefined) (sample.lines[key] ??= []).push(value)
  else if (line.startsWith('## '))
    sample.sections.push({ heading: line.slice(3), material: null, sentences: [], list: [], quote: null })
  else if (section === undefined) return
  else if (line.startsWith('+')) section.material = line.slice(1)
  else if (line.startsWith('- ')) section.list.push(line)
  else if (line.startsWith('> ')) section.quote = line
  else section.sentences.push(...sentencesOf(line))
}

function readSample(text: string): Sample {
  const sample: Sample = { sign: /^$/, isPlain: false, lines: {}, sections: [], items: {} }
  for (const line of text.split('\n')) readLine(sample, line)
  const [sign] = sample.lines['sign'] ?? []
  if (sign !== undefined) sample.sign = new RegExp(`^(?:${sign})$`)
  sample.isPlain = sample.lines['style']?.[0] === 'plain'
  return sample
}

const folder = new URL('./samples/', import.meta.url)
const samples = new Map(
  readdirSync(folder).map((name) => [name.replace('.md', ''), readSample(readFileSync(new URL(name, folder), 'utf8'))]),
)

/** The tool whose form this is; an article where none is recognised, and English for every tool. */
export function sampleFor({ form, language }: Brief): Sample {
  const labels = [...Object.keys(form.facts), ...Object.keys(form.materials)]
  const named = [...samples.values()].find(({ sign }) => labels.some((label) => sign.test(label)))
  const usual = samples.get('wechat-article')
  const chosen = (language === 'en' ? samples.get('english') : named) ?? usual
  if (chosen === undefined) throw new Error('the sandbox has lost its samples')
  return chosen
}
