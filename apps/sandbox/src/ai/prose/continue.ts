import { measure } from './measure.ts'
import type { Brief } from './read-brief.ts'
import { joinSections, sectionKind, splitSections } from './sections.ts'
import { writeTransformed } from './transform.ts'
import { createWeaver, sampleLineOf, type Weaver } from './weaver.ts'
import { defaultLength } from './write-body.ts'
import { writeSection } from './write-section.ts'
import { writeWhole } from './write-whole.ts'

/** Variations of one answer; a continuation looks for the one that a text was cut from. */
export const variations = 32

/** A text that was changed since: what its open section still lacks, then the sections not yet begun. */
function goOnFreely(weaver: Weaver, written: string): string {
  const { brief } = weaver
  const broken = /【([^【】\n]{0,14})$/.exec(written)?.[1] ?? null
  const begun = splitSections(written)
  const names = begun.map(({ name }) => name)
  const missing = brief.sections.filter((name) => !names.includes(name))
  const cut = broken === null ? undefined : missing.find((name) => name.startsWith(broken))
  const head = cut === undefined ? '' : `${cut.slice(broken?.length)}】${writeSection(cut, weaver)}`
  const rest = missing.filter((name) => name !== cut).map((name) => ({ name, text: writeSection(name, weaver) }))
  const open = begun.at(-1)
  const isBody = open !== undefined && (open.name === '' || sectionKind(open.name) === 'body')
  const isInPlan = open?.name === '' ? brief.sections.length === 0 : brief.sections.includes(open?.name ?? '')
  const isOpen = isBody && isInPlan && broken === null && !open.text.includes(sampleLineOf(brief))
  const room = Math.max(60, (brief.length ?? defaultLength) - measure(open?.text ?? ''))
  const more = isOpen
    ? `${/[。！？.!?…”\n]\s*$/.test(written) ? '\n\n' : ''}${weaver.take(room).join(weaver.space)}\n\n${sampleLineOf(brief)}`
    : ''
  const tail = joinSections(rest)
  return [more + head, tail].filter((part) => part !== '').join('\n')
}

/** The rest of the very answer that was cut, found by writing it again; of a changed text, what is still missing. */
export function writeContinuation(brief: Brief, variation: number): string {
  const written = brief.written ?? ''
  const whole: Brief = { ...brief, task: brief.source === null ? 'write' : 'transform', written: null }
  const write = brief.source === null ? writeWhole : writeTransformed
  const begun = written.trimEnd()
  if (begun === '') return goOnFreely(createWeaver(whole, variation), written)
  for (let candidate = 0; candidate < variations; candidate += 1) {
    const text = write(createWeaver(whole, candidate))
    if (text.startsWith(begun)) return text.slice(text.startsWith(written) ? written.length : begun.length)
  }
  return goOnFreely(createWeaver({ ...whole, written }, variation), written)
}
