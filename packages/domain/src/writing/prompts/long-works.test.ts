import { businessPlan, planChapters } from '@mozhou/contracts/tools/business-plan/tool'
import { alignParagraphs } from '@mozhou/contracts/tools/translation/paragraphs'
import { story } from '@mozhou/contracts/tools/story/tool'
import { translation } from '@mozhou/contracts/tools/translation/tool'
import { describe, expect, it } from 'vitest'
import { businessPlanPrompt } from './business-plan.ts'
import type { PartPlan, WorkPart } from './prompt.ts'
import { storyPrompt } from './story.ts'
import { translationPrompt } from './translation.ts'

function partsOf<Input>({ parts }: { parts?: PartPlan<Input> }): PartPlan<Input> {
  if (!parts) throw new Error('not written in parts')
  return parts
}

describe('a story', () => {
  const parts = partsOf(storyPrompt)
  const form = (changed: object) => story.input.parse({ theme: '守灯塔的老人', ...changed })

  it('is outlined when several chapters are asked for, and written in one go else', () => {
    expect(parts.plan(form({ form: 'short', chapters: 5 }))).toBeNull()
    expect(parts.plan(form({ form: 'chapter', chapters: 5 }))).toBeNull()
    expect(parts.plan(form({ form: 'chapters', chapters: 1 }))).toBeNull()
    expect(parts.plan(form({ form: 'chapters', chapters: 5 }))).toBe('outline')
  })

  it('numbers its chapters on from where the person is', () => {
    const order = parts.outlineOrder(form({ form: 'chapters', chapters: 3, chapterNumber: 7 }))
    expect(order).toContain('第 7 章到第 9 章')
    expect(order).toContain('正好 3 章')
  })

  it('gives each chapter the room of a chapter', () => {
    const input = form({ form: 'chapters', chapters: 12, length: 3_000 })
    expect(parts.partTokens(input)).toBeGreaterThan(4_500)
    expect(parts.partTokens(input)).toBeLessThan(storyPrompt.maxOutputTokens(input) / 4)
    expect(parts.isHeaded).toBe(true)
  })
})

describe('a business plan', () => {
  const parts = partsOf(businessPlanPrompt)
  const form = (changed: object) =>
    businessPlan.input.parse({ projectName: '邻厨', project: '社区中央厨房', ...changed })
  const titles = (plan: ReturnType<typeof parts.plan>) =>
    Array.isArray(plan) ? plan.map(({ title }: WorkPart) => title) : plan

  it('is written chapter by chapter, those asked for or all ten', () => {
    expect(titles(parts.plan(form({})))).toEqual([...planChapters])
    expect(titles(parts.plan(form({ chapters: ['团队', '供应链'] })))).toEqual(['团队', '供应链'])
    for (const part of parts.plan(form({ chapters: ['团队', '供应链'] })) ?? [])
      expect(typeof part === 'object' && part.brief).not.toBe('')
  })

  it('is written in one go when it is short or one chapter', () => {
    expect(parts.plan(form({ length: 1_500 }))).toBeNull()
    expect(parts.plan(form({ chapters: ['团队'] }))).toBeNull()
  })

  it('shares its length among its chapters', () => {
    const order = parts.partOrder(form({ length: 10_000 }), { title: '团队', brief: '' }, { index: 7, total: 10 })
    expect(order).toContain('约1000字')
  })
})

describe('a translation', () => {
  const parts = partsOf(translationPrompt)
  const paragraphs = Array.from({ length: 30 }, (_, at) => `第${at + 1}段${'文'.repeat(240)}`)
  const long = translation.input.parse({ source: paragraphs.join('\n\n'), glossary: '文=text' })
  const plan = parts.plan(long)
  const known = Array.isArray(plan) ? (plan as WorkPart[]) : []

  it('goes in one when it is short', () => {
    expect(parts.plan(translation.input.parse({ source: '字'.repeat(3_000) }))).toBeNull()
    expect(known.length).toBeGreaterThan(4)
  })

  it('carries each paragraph in one part, in order, and no part is long', () => {
    const orders = known.map((part, at) => parts.partOrder(long, part, { index: at + 1, total: known.length }))
    const sources = orders.map((order) => /<<<\n([\s\S]*)\n>>>/u.exec(order)?.[1] ?? '')
    expect(sources.join('\n\n')).toBe(long.source)
    for (const source of sources) expect(source.length).toBeLessThanOrEqual(1_500)
    const translated = sources.map((source) => source.replaceAll('文', 'text')).join('\n\n')
    const aligned = alignParagraphs(long.source, translated)
    expect(aligned.target).toHaveLength(aligned.source.length)
  })

  it('shows a part its requirements and terms, and not the whole source again', () => {
    const partBrief = parts.partBrief?.(long) ?? ''
    expect(partBrief).toContain('文=text')
    expect(partBrief).not.toContain('第1段')
    expect(translationPrompt.brief(long)).toContain(long.source)
  })

  it('keeps a paragraph whole that is longer than a part', () => {
    const input = translation.input.parse({ source: `${'长'.repeat(4_000)}\n${'短'.repeat(100)}` })
    const [first] = parts.plan(input) ?? []
    if (typeof first !== 'object') throw new Error('no parts')
    expect(parts.partOrder(input, first, { index: 1, total: 2 })).toContain('长'.repeat(4_000))
    expect(parts.partTokens(input)).toBeGreaterThan(6_000)
  })
})
