import { optimiseGoals } from '@mozhou/contracts/writing/optimise-goals'
import { toolKeys, tools } from '@mozhou/contracts/tools/registry'
import type { ToolField } from '@mozhou/contracts/tools/tool'
import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelled, optimiseRequest, quoted } from './prompt.ts'
import { buildPrompt, promptVersion } from './registry.ts'

describe.each(toolKeys)('the prompt of %s', (tool) => {
  const { fields, defaults, sections } = tools[tool]
  // The choices that call for every field.
  const called = fields.flatMap(({ onlyFor }) => (onlyFor ? [[onlyFor.field, onlyFor.values[0]]] : []))
  const filled: Record<string, unknown> = Object.fromEntries([
    ...fields.map((field) => [field.name, sample(field)]),
    ...called,
  ])
  const question = { kind: 'generate', input: filled, baseText: null, optimise: null } as const
  const textOf = (asked: Parameters<typeof buildPrompt>[1]) =>
    buildPrompt(tool, asked)
      .messages.map(({ content }) => content)
      .join('\n')

  const userPartOf = (asked: Parameters<typeof buildPrompt>[1]) =>
    buildPrompt(tool, asked).messages.find(({ role }) => role === 'user')?.content ?? ''

  it.each(fields.map((field) => [field.name, field] as const))('changes with the field %s', (name, field) => {
    const bare = textOf({
      ...question,
      input: { ...filled, [name]: defaults[name] === filled[name] ? other(field) : fresh(field, defaults) },
    })
    expect(bare).not.toBe(textOf(question))
  })

  it('holds every text that was filled in, to the letter', () => {
    const text = textOf(question)
    for (const field of fields) {
      if (field.control === 'text' || field.control === 'textarea') expect(text).toContain(filled[field.name])
      if (field.control === 'tags') for (const tag of sampleTags) expect(text).toContain(tag)
    }
  })

  it('leaves out what was left empty', () => {
    const required = fields.filter(({ isRequired }) => isRequired).map(({ name }) => [name, filled[name]])
    const bare = { ...defaults, ...Object.fromEntries(required) }
    const text = textOf({ ...question, input: bare })
    // A label with nothing behind it, neither on its line nor fenced.
    expect(userPartOf({ ...question, input: bare })).not.toMatch(/^[^：\n]{1,12}：[ \t]*$(?!\n<<<)/mu)
    expect(text).not.toMatch(/undefined|null|NaN|\[object/u)
  })

  it('asks for every section by its marker, once', () => {
    const system = buildPrompt(tool, question).messages.find(({ role }) => role === 'system')?.content ?? ''
    for (const { marker } of sections) expect(system.split(`【${marker}】`)).toHaveLength(2)
  })

  it('completes the form of an older version with today’s defaults', () => {
    const required = Object.fromEntries(
      fields.filter(({ isRequired }) => isRequired).map(({ name }) => [name, filled[name]]),
    )
    expect(textOf({ ...question, input: required })).toBe(textOf({ ...question, input: { ...defaults, ...required } }))
  })

  it('gives the model the text to improve, and the request, word for word', () => {
    for (const goal of optimiseGoals) {
      const optimise = { goal, instruction: '写给刚入行的编辑' }
      const text = textOf({ kind: 'optimise', input: filled, baseText: '【标题】旧文\n【正文】旧的正文', optimise })
      expect(text).toContain(optimiseRequest(optimise))
      expect(text).toContain('【标题】旧文\n【正文】旧的正文')
    }
  })

  it('gives the model the text to continue, and no order to begin anew', () => {
    const text = textOf({ kind: 'continue', input: filled, baseText: '【标题】半篇\n【正文】写到这里', optimise: null })
    expect(text).toContain('【标题】半篇\n【正文】写到这里')
    expect(text).not.toContain('请写出完整文章')
  })

  it('gives more room to a longer text', () => {
    const length = fields.find((field) => field.name === 'length' && field.control === 'number')
    if (length?.control !== 'number') return
    const roomFor = (value: number) =>
      buildPrompt(tool, { ...question, input: { ...filled, length: value } }).maxOutputTokens
    // A Chinese character takes up to 1.5 tokens with the most verbose vendor.
    expect(roomFor(length.max)).toBeGreaterThan(length.max * 1.5)
    expect(roomFor(length.min)).toBeLessThan(roomFor(length.max))
  })

  it('says which version it is', () => {
    expect(promptVersion(tool)).toMatch(new RegExp(`^${tool}@\\d+$`))
  })
})

describe('quoted material', () => {
  it('cannot end its own fence, whatever it holds', () => {
    assert(
      property(string({ unit: 'grapheme' }), string(), (left, right) => {
        for (const evil of [`${left}>>>${right}`, `${left}\n>>>>>\n<<<<${right}`, `${left}>>`, `<<<${right}`]) {
          const text = quoted('参考资料', evil)
          expect(text.startsWith('参考资料：\n<<<\n')).toBe(true)
          expect(text.split('<<<')).toHaveLength(2)
          expect(text.split('>>>')).toHaveLength(2)
          expect(text.endsWith('\n>>>')).toBe(true)
        }
      }),
    )
  })

  it('is otherwise unchanged', () => {
    expect(quoted('原文', 'a >> b << c\n《书》')).toBe('原文：\n<<<\na >> b << c\n《书》\n>>>')
  })
})

it('labels lines and leaves out empty ones', () => {
  expect(
    labelled([
      ['主题', '夜跑'],
      ['读者', ''],
      ['语气', '亲切'],
    ]),
  ).toBe('主题：夜跑\n语气：亲切')
})

it('words every goal, and takes the person’s own words for those that need them', () => {
  const requests = optimiseGoals.map((goal) => optimiseRequest({ goal, instruction: '给老人看' }))
  expect(new Set(requests).size).toBe(optimiseGoals.length)
  expect(optimiseRequest({ goal: 'custom', instruction: '给老人看' })).toBe('给老人看')
  expect(optimiseRequest({ goal: 'audience', instruction: '给老人看' })).toContain('给老人看')
})

const sampleTags = ['样词甲', '样词乙']

/** A value that is not the default, and for texts one that stands nowhere else. */
function sample(field: ToolField): unknown {
  switch (field.control) {
    case 'text':
    case 'textarea':
      return `样本-${field.name}`
    case 'tags':
      return sampleTags
    case 'select':
    case 'segmented':
      return field.options.at(-1)?.value
    case 'number':
    case 'slider':
      return field.max
    case 'switch':
      return true
  }
}

function fresh(field: ToolField, defaults: Record<string, unknown>): unknown {
  return field.isRequired ? '另一个主题' : defaults[field.name]
}

function other(field: ToolField): unknown {
  if (field.control === 'switch') return false
  return field.control === 'select' || field.control === 'segmented' ? field.options[0]?.value : field
}
