import { z } from 'zod'
import { choices, oneOf } from '../fields/choices.ts'
import type { ToolField } from '../tool.ts'
import { textInput } from '../../text.ts'

const modes = choices([
  ['rewrite', '改写', 'Rewrite'],
  ['expand', '扩写', 'Expand'],
  ['shorten', '缩写', 'Shorten'],
  ['polish', '润色', 'Polish'],
  ['deduplicate', '降重', 'Reword'],
])
const styles = choices([
  ['keep', '保持原样', 'As it is'],
  ['formal', '正式', 'Formal'],
  ['casual', '口语', 'Casual'],
  ['plain', '通俗易懂', 'Plain'],
  ['literary', '文学', 'Literary'],
  ['academic', '学术', 'Academic'],
  ['news', '新闻', 'News'],
  ['marketing', '营销', 'Marketing'],
  ['social', '社交媒体', 'Social media'],
])
const strengths = choices([
  ['light', '轻', 'Light'],
  ['medium', '中', 'Medium'],
  ['deep', '重', 'Deep'],
])

export const rewriteInput = z.object({
  source: textInput(2, 10_000),
  mode: oneOf(modes).default('rewrite'),
  style: oneOf(styles).default('keep'),
  strength: oneOf(strengths).default('medium'),
  /** Characters of the result; 0: as the mode has it. */
  targetLength: z.number().int().min(0).max(20_000).default(0),
  audience: textInput(0, 50).default(''),
  keepTerms: z.array(textInput(1, 30)).max(20).default([]),
  keepsStructure: z.boolean().default(false),
  requirements: textInput(0, 1_000).default(''),
})
export type RewriteInput = z.output<typeof rewriteInput>

export const rewriteFields: readonly ToolField[] = [
  {
    name: 'source',
    control: 'textarea',
    maxLength: 10_000,
    rows: 8,
    isRequired: true,
    label: { zh: '原文', en: 'Source text' },
    placeholder: { zh: '粘贴要改的文字', en: 'Paste the text to work on' },
  },
  {
    name: 'mode',
    control: 'segmented',
    label: { zh: '怎么改', en: 'What to do' },
    options: modes,
  },
  {
    name: 'style',
    control: 'select',
    width: 'half',
    label: { zh: '风格', en: 'Style' },
    options: styles,
  },
  {
    name: 'targetLength',
    control: 'number',
    min: 0,
    max: 20_000,
    step: 50,
    unit: { zh: '字', en: 'characters' },
    width: 'half',
    label: { zh: '目标长度', en: 'Length' },
    hint: { zh: '填 0 则按改法决定', en: '0: as fits the mode' },
  },
  {
    name: 'requirements',
    control: 'textarea',
    maxLength: 1_000,
    rows: 3,
    label: { zh: '改写要求', en: 'Wishes' },
    placeholder: { zh: '例如：先说结论，去掉套话', en: 'For example: conclusion first, no set phrases' },
  },
  {
    name: 'strength',
    control: 'segmented',
    isAdvanced: true,
    label: { zh: '改动幅度', en: 'How much' },
    options: strengths,
  },
  {
    name: 'audience',
    control: 'text',
    isAdvanced: true,
    maxLength: 50,
    label: { zh: '写给谁看', en: 'Readers' },
    placeholder: { zh: '例如：没有专业背景的读者', en: 'For example: people outside the trade' },
    suggestions: [
      { zh: '普通大众', en: 'Everyone' },
      { zh: '专业人士', en: 'Experts' },
      { zh: '小学生', en: 'Children' },
      { zh: '领导', en: 'Managers' },
      { zh: '客户', en: 'Clients' },
    ],
  },
  {
    name: 'keepTerms',
    control: 'tags',
    isAdvanced: true,
    maxItems: 20,
    maxLength: 30,
    label: { zh: '必须保留的词', en: 'Words to keep' },
    placeholder: { zh: '输入后按回车', en: 'Type and press Enter' },
  },
  {
    name: 'keepsStructure',
    control: 'switch',
    isAdvanced: true,
    label: { zh: '保持段落和标题结构', en: 'Keep paragraphs and headings' },
  },
]
