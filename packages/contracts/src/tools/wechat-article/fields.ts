import { z } from 'zod'
import { choices, modelDecides, oneOf } from '../fields/choices.ts'
import { emojiField, emojiLevels } from '../fields/emoji.ts'
import { languageField, languages } from '../fields/language.ts'
import { lengthField } from '../fields/length.ts'
import { referenceField, referenceInput } from '../fields/reference.ts'
import { requirementsField, requirementsInput } from '../fields/requirements.ts'
import type { ToolField } from '../tool.ts'
import { textInput } from '../../text.ts'

const tones = choices([
  ['professional', '专业', 'Expert'],
  ['friendly', '亲切', 'Warm'],
  ['humorous', '幽默', 'Witty'],
  ['sharp', '犀利', 'Sharp'],
  ['storytelling', '叙事', 'Story'],
])
const structures = choices([
  modelDecides,
  ['argument', '观点论证', 'Argument'],
  ['list', '清单盘点', 'List'],
  ['story', '故事引入', 'Story first'],
  ['tutorial', '步骤教程', 'How-to'],
  ['interview', '问答访谈', 'Questions and answers'],
])
const endings = choices([
  ['none', '不加', 'None'],
  ['follow', '引导关注', 'Follow us'],
  ['comment', '引导留言', 'Leave a comment'],
  ['share', '引导转发', 'Share'],
  ['product', '引导了解产品', 'See the product'],
])

export const wechatArticleInput = z.object({
  topic: textInput(2, 100),
  keywords: z.array(textInput(1, 20)).max(8).default([]),
  audience: textInput(0, 50).default(''),
  tone: oneOf(tones).default('professional'),
  structure: oneOf(structures).default('auto'),
  /** Characters of the body, as an editor counts them. */
  length: z.number().int().min(300).max(5_000).default(1_500),
  emoji: oneOf(emojiLevels).default('few'),
  ending: oneOf(endings).default('none'),
  outline: textInput(0, 1_000).default(''),
  reference: referenceInput,
  requirements: requirementsInput,
  language: oneOf(languages).default('zh-CN'),
})
export type WechatArticleInput = z.output<typeof wechatArticleInput>

export const wechatFields: readonly ToolField[] = [
  {
    name: 'topic',
    control: 'text',
    maxLength: 100,
    isRequired: true,
    label: { zh: '文章主题', en: 'Topic' },
    placeholder: { zh: '例如：人工智能如何改变内容创作', en: 'For example: how AI changes content work' },
    hint: {
      zh: '一句话说清楚写什么，越具体越好',
      en: 'Say in one sentence what it is about; the more concrete, the better',
    },
  },
  {
    name: 'keywords',
    control: 'tags',
    maxItems: 8,
    maxLength: 20,
    label: { zh: '关键词', en: 'Keywords' },
    placeholder: { zh: '输入后按回车', en: 'Type and press Enter' },
    hint: {
      zh: '会自然出现在标题和正文里，利于搜一搜收录',
      en: 'Woven into title and body, so that search finds the article',
    },
  },
  {
    name: 'audience',
    control: 'text',
    maxLength: 50,
    width: 'half',
    label: { zh: '目标读者', en: 'Readers' },
    placeholder: { zh: '例如：行业从业者', en: 'For example: people in the trade' },
    suggestions: [
      { zh: '行业从业者', en: 'People in the trade' },
      { zh: '职场新人', en: 'Newcomers at work' },
      { zh: '宝妈宝爸', en: 'Parents' },
      { zh: '在校学生', en: 'Students' },
      { zh: '中小企业主', en: 'Owners of small firms' },
    ],
  },
  { ...lengthField, min: 300, max: 5_000, step: 100 },
  {
    name: 'tone',
    control: 'segmented',
    label: { zh: '语气', en: 'Tone' },
    options: tones,
  },
  {
    name: 'structure',
    control: 'select',
    width: 'half',
    label: { zh: '文章结构', en: 'Structure' },
    options: structures,
  },
  emojiField,
  { ...requirementsField, placeholder: { zh: '例如：加入三个真实案例', en: 'For example: add three real cases' } },
  {
    name: 'ending',
    control: 'select',
    isAdvanced: true,
    width: 'half',
    label: { zh: '结尾引导', en: 'Call to action' },
    options: endings,
  },
  languageField,
  {
    name: 'outline',
    control: 'textarea',
    isAdvanced: true,
    maxLength: 1_000,
    rows: 4,
    label: { zh: '大纲', en: 'Outline' },
    hint: { zh: '一行一个小标题，留空则自动规划', en: 'One heading a line; left empty, it is planned for you' },
  },
  {
    ...referenceField,
    hint: { zh: '粘贴数据、原文或要点，文章以此为据', en: 'Paste data, texts or notes; the article builds on them' },
  },
]
