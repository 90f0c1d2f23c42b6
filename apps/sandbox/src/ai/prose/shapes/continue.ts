import type { Brief } from '../brief.ts'
import { measure } from '../measure.ts'
import { joinSections, sectionKind, splitSections } from '../sections.ts'
import type { Voice } from '../voice.ts'
import { defaultLength, writeParagraphs } from './body.ts'
import { bridge, sentenceEnds } from './bridge.ts'
import { finishAsked } from './finish-open.ts'
import { writeSection } from './write-section.ts'

const shortest = 150
/** Sections after the open one; a marker that broke off in the middle is completed first. */
function remaining(brief: Brief, voice: Voice, begun: readonly string[], partialMarker: string | null): string {
  const missing = brief.sections.filter((name) => !begun.includes(name))
  const broken = partialMarker === null ? undefined : missing.find((name) => name.startsWith(partialMarker))
  const rest = missing.filter((name) => name !== broken)
  const head =
    broken === undefined ? '' : `${broken.slice(partialMarker?.length)}】${writeSection(broken, brief, voice)}`
  const tail = joinSections(rest.map((name) => ({ name, text: writeSection(name, brief, voice) })))
  return [head, tail].filter((part) => part !== '').join('\n')
}

/** What the open section still lacks. */
function finishOpen(brief: Brief, voice: Voice, open: { name: string; text: string }): string {
  const asked = brief.contract.find(({ name }) => name === open.name)
  if (asked) return finishAsked(asked, brief, voice, open.text)
  const kind = open.name === '' ? 'body' : sectionKind(open.name)
  if (kind === 'summary') return sentenceEnds.test(open.text) ? '' : '，读完便知。'
  if (kind === 'keywords') return `、${voice.topic}`
  const isRunning = kind === 'body' || kind === 'other'
  if (!isRunning || open.text.includes(voice.book.sampleLine)) return ''
  const target = Math.max(shortest, (brief.length ?? defaultLength) - measure(open.text))
  return bridge(open.text, brief, voice) + writeParagraphs(voice, target)
}

/**
 * What is still missing: the rest of the open section, then the sections not yet begun. Only new text; nothing that
 * was written is repeated. Text without section marks is continued as plain paragraphs.
 */
export function writeContinuation(brief: Brief, voice: Voice): string {
  const written = brief.written ?? ''
  const partialMarker = /【([^【】\n]{0,14})$/.exec(written)?.[1] ?? null
  const begun = splitSections(written)
  const names = begun.map((section) => section.name).filter((name) => name !== '')
  if (names.length === 0 && partialMarker === null) return finishOpen(brief, voice, { name: '', text: written })
  const rest = remaining(brief, voice, names, partialMarker)
  if (partialMarker !== null) return rest
  const open = finishOpen(brief, voice, begun.at(-1) ?? { name: '', text: '' })
  return rest === '' ? open : `${open}\n${rest}`
}
