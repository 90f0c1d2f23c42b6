import { z } from 'zod'
import { plainText } from '../plain-text.ts'
import { listCheck } from '../numbers.ts'
import { numbersCheck } from './numbers-check.ts'
import { alignParagraphs } from './paragraphs.ts'
import { translationFields, translationInput } from './fields.ts'
import type { TranslationInput } from './fields.ts'
import { defineTool } from '../tool.ts'
import type { ResultRow, ToolResult } from '../../results/section.ts'
import type { ToolCheck } from '../check-answer.ts'
import { notLookedAt, verdict } from '../verdict.ts'

export const translationOutput = z.object({
  body: z.string(),
  notes: z.array(z.string()),
  paragraphs: z.array(z.object({ source: z.string(), target: z.string() })),
  glossary: z.array(z.object({ term: z.string(), translation: z.string(), isKept: z.string() })),
})

export const translation = defineTool({
  key: 'translation',
  title: { zh: '多语言翻译', en: 'Translation' },
  description: {
    zh: '逐段对齐、术语统一、贴合语境，长文分段译完再合成',
    en: 'Paragraphs aligned, terms kept, true to context; long texts are translated part by part',
  },
  icon: 'languages',
  input: translationInput,
  output: translationOutput,
  example: {
    source:
      '墨舟是一间给内容创作者用的工作台。\n\n您写下主题，它给出标题、摘要和正文；每次生成 10 积分，失败自动退回。\n\n2026 年 11 月起，会员可以优先使用高级模型。',
    sourceLanguage: 'zh-CN',
    target: 'en',
    domain: 'software',
    tone: 'natural',
    glossary: '墨舟=Mozhou\n积分=credits\n会员=members',
    localise: true,
    audience: '海外创作者',
    requirements: '',
  },
  titleFrom: 'source',
  isProse: true,
  sections: [
    {
      field: 'body',
      marker: '译文',
      as: 'markdown',
      label: { zh: '译文', en: 'Translation' },
      order: '完整译文，段落与原文一一对应，段间空一行；只写译文',
    },
    {
      field: 'notes',
      marker: '译注',
      as: 'lines',
      isNote: true,
      isOptional: true,
      label: { zh: '译注', en: 'Notes' },
      order: '每行一条，用中文写：有歧义的地方、文化改写、原文疑似的错误；没有就不写',
    },
  ],
  derived: [
    {
      field: 'paragraphs',
      isNote: true,
      label: { zh: '逐段对照', en: 'Paragraph by paragraph' },
      columns: [
        { field: 'source', heading: '原文', label: { zh: '原文', en: 'Source' }, as: 'text' },
        { field: 'target', heading: '译文', label: { zh: '译文', en: 'Translation' }, as: 'text' },
      ],
    },
    {
      field: 'glossary',
      isNote: true,
      label: { zh: '术语', en: 'Terms' },
      columns: [
        { field: 'term', heading: '术语', label: { zh: '术语', en: 'Term' }, as: 'text' },
        { field: 'translation', heading: '译法', label: { zh: '译法', en: 'Translation' }, as: 'text' },
        { field: 'isKept', heading: '已采用', label: { zh: '已采用', en: 'Kept' }, as: 'text' },
      ],
    },
  ],
  derive: (result, input) => ({ paragraphs: paragraphRows(result, input), glossary: glossaryRows(result, input) }),
  checks: (result, input) => [
    paragraphsCheck(result, input),
    ...(input.glossary === '' ? [] : [glossaryCheck(result, input)]),
    numbersCheck(result, input),
  ],
  fields: translationFields,
})

export interface Term {
  term: string
  translation: string
}

/** `term=translation`, `term：translation`, `term → translation` or a tab between; a term alone is its own translation. */
export function readGlossary(text: string): Term[] {
  return text.split('\n').flatMap((line) => {
    const [term = '', ...rest] = line.trim().split(/[ \t]*(?:=>|->|[=＝→\t：]|:(?=[ \t]))[ \t]*/u)
    const given = rest.find((part) => part !== '') ?? term
    return term === '' ? [] : [{ term, translation: given }]
  })
}

function paragraphRows(result: ToolResult, { source: text }: TranslationInput): ResultRow[] {
  const body = plainText(result['body'])
  const { source, target } = alignParagraphs(text, body)
  return Array.from({ length: Math.max(source.length, target.length) }, (_, at) => ({
    source: source[at] ?? '',
    target: target[at] ?? '',
  }))
}

/** Terms that the source holds. */
function glossaryRows(result: ToolResult, { source, glossary }: TranslationInput) {
  const holds = (text: string, word: string) => text.toLowerCase().includes(word.toLowerCase())
  const body = plainText(result['body'])
  return readGlossary(glossary)
    .filter(({ term }) => holds(source, term))
    .map((row) => ({ ...row, isKept: holds(body, row.translation) ? '是' : '否' }))
}

function paragraphsCheck(result: ToolResult, input: TranslationInput): ToolCheck {
  const { source, target } = alignParagraphs(input.source, plainText(result['body']))
  const detail = {
    zh: `原文 ${source.length} 段，译文 ${target.length} 段`,
    en: `${source.length} in the source, ${target.length} in the translation`,
  }
  const isAligned = source.length === target.length
  return verdict('translation.paragraphs', isAligned, { zh: '段落对齐', en: 'Paragraphs aligned' }, detail)
}

function glossaryCheck(result: ToolResult, input: TranslationInput) {
  const rows = glossaryRows(result, input)
  const label = { zh: '术语统一', en: 'Terms kept' }
  if (rows.length === 0)
    return notLookedAt('translation.glossary', label, {
      zh: '原文里没有术语表中的词',
      en: 'no term of the list is in the source',
    })
  return listCheck(
    'translation.glossary',
    rows.filter(({ isKept }) => isKept === '否').map(({ term, translation: given }) => `${term}=${given}`),
    {
      label,
      none: {
        zh: `原文里的 ${rows.length} 个术语都按表翻译`,
        en: `All ${rows.length} terms of the source are as the list has them`,
      },
      some: { zh: '没有按表翻译', en: 'Not as the list has it' },
    },
  )
}
