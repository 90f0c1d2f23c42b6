import { z } from 'zod'
import { choices, modelDecides, oneOf } from '../fields/choices.ts'
import { bodyLengthLabel, lengthField } from '../fields/length.ts'
import { requirementsField, requirementsInput } from '../fields/requirements.ts'
import type { ToolField } from '../tool.ts'
import { textInput } from '../../text.ts'

const kinds = choices([
  ['news', '新闻稿', 'Press release'],
  ['advertorial', '软文（广告）', 'Advertorial'],
])
const channels = choices([
  ['wire', '媒体通稿', 'Wire'],
  ['website', '官网新闻', 'Own website'],
  ['trade', '行业媒体', 'Trade press'],
  ['local', '地方媒体', 'Local press'],
  ['portal', '新闻客户端', 'News apps'],
  ['wechat', '公众号', 'WeChat'],
])
const angles = choices([
  modelDecides,
  ['launch', '新品新服务', 'Launch'],
  ['milestone', '成果进展', 'Milestone'],
  ['event', '活动会议', 'Event'],
  ['policy', '政策解读', 'Policy'],
  ['people', '人物故事', 'People'],
  ['data', '数据发现', 'Data'],
])

export const pressReleaseInput = z.object({
  kind: oneOf(kinds).default('news'),
  topic: textInput(2, 100),
  facts: textInput(2, 5_000),
  channel: oneOf(channels).default('wire'),
  organisation: textInput(0, 60).default(''),
  dateline: textInput(0, 40).default(''),
  quotes: textInput(0, 2_000).default(''),
  keywords: z.array(textInput(1, 20)).max(8).default([]),
  angle: oneOf(angles).default('auto'),
  /** Characters of the body. */
  length: z.number().int().min(300).max(3_000).default(800),
  audience: textInput(0, 50).default(''),
  about: textInput(0, 800).default(''),
  contact: textInput(0, 120).default(''),
  requirements: requirementsInput,
})
export type PressReleaseInput = z.output<typeof pressReleaseInput>

export const pressFields: readonly ToolField[] = [
  {
    name: 'kind',
    control: 'segmented',
    label: { zh: '稿件类型', en: 'Kind' },
    options: kinds,
    hint: { zh: '软文会在文首标明“广告”', en: 'An advertorial says at the top that it is advertising' },
  },
  {
    name: 'topic',
    control: 'text',
    maxLength: 100,
    isRequired: true,
    label: { zh: '新闻主题', en: 'Topic' },
    placeholder: { zh: '例如：县里首条乡村公交夜班线开通', en: 'For example: the first night bus to the villages' },
  },
  {
    name: 'facts',
    control: 'textarea',
    maxLength: 5_000,
    rows: 6,
    isRequired: true,
    label: { zh: '关键信息', en: 'Facts' },
    placeholder: {
      zh: '何人、何事、何时、何地、为何、如何，及数据出处',
      en: 'Who, what, when, where, why, how; where figures come from',
    },
    hint: { zh: '稿子里的事实只来自这里', en: 'The text states no fact beyond these' },
  },
  {
    name: 'channel',
    control: 'select',
    width: 'half',
    label: { zh: '发布渠道', en: 'Channel' },
    options: channels,
  },
  { ...lengthField, min: 300, max: 3_000, step: 100, label: bodyLengthLabel },
  {
    name: 'organisation',
    control: 'text',
    maxLength: 60,
    width: 'half',
    label: { zh: '发布单位', en: 'Issued by' },
  },
  {
    name: 'dateline',
    control: 'text',
    maxLength: 40,
    width: 'half',
    label: { zh: '电头', en: 'Dateline' },
    placeholder: { zh: '例如：青溪，11月24日', en: 'For example: Qingxi, 24 November' },
  },
  {
    name: 'quotes',
    control: 'textarea',
    maxLength: 2_000,
    rows: 3,
    label: { zh: '可引用的原话', en: 'Quotes' },
    hint: { zh: '写明姓名和身份；没有给就不出现引语', en: 'With name and role; without any, nobody is quoted' },
  },
  {
    name: 'keywords',
    control: 'tags',
    isAdvanced: true,
    maxItems: 8,
    maxLength: 20,
    label: { zh: '关键词', en: 'Keywords' },
  },
  {
    name: 'angle',
    control: 'select',
    isAdvanced: true,
    width: 'half',
    label: { zh: '新闻角度', en: 'Angle' },
    options: angles,
  },
  {
    name: 'audience',
    control: 'text',
    isAdvanced: true,
    maxLength: 50,
    width: 'half',
    label: { zh: '目标读者', en: 'Readers' },
  },
  {
    name: 'about',
    control: 'textarea',
    isAdvanced: true,
    maxLength: 800,
    rows: 3,
    label: { zh: '机构介绍', en: 'About the organisation' },
  },
  {
    name: 'contact',
    control: 'text',
    isAdvanced: true,
    maxLength: 120,
    label: { zh: '媒体联系', en: 'Media contact' },
  },
  { ...requirementsField, isAdvanced: true },
]
