import { z } from 'zod'
import { checkPress } from './checks.ts'
import { pressFields, pressReleaseInput } from './fields.ts'
import { defineTool } from '../tool.ts'
import { bodySection } from '../usual-sections.ts'

const pressReleaseOutput = z.object({
  title: z.string(),
  subtitle: z.string(),
  lead: z.string(),
  body: z.string(),
  boilerplate: z.string(),
})

export const pressRelease = defineTool({
  key: 'press-release',
  title: { zh: '新闻稿/软文', en: 'Press release' },
  description: {
    zh: '倒金字塔新闻稿或标明广告的软文，引语只用你给的原话',
    en: 'News in the inverted pyramid or an honest advertorial; quotes only as you gave them',
  },
  icon: 'radio',
  input: pressReleaseInput,
  output: pressReleaseOutput,
  example: {
    kind: 'news',
    topic: '青溪县首条乡村公交夜班线开通',
    facts:
      '时间：11 月 20 日起；线路：县城至云岭镇，途经 9 站；末班 21:30；票价 2 元；起因：夜市摊主和晚自习学生返乡难；首周日均 140 人次。',
    channel: 'local',
    organisation: '青溪县公交公司',
    dateline: '青溪，11月24日',
    quotes: '云岭镇居民周桂兰：“收摊以后能坐上车，心里踏实多了。”',
    keywords: ['乡村公交', '夜班线'],
    angle: 'people',
    length: 700,
    audience: '本县居民',
    about: '青溪县公交公司成立于 2003 年，运营线路 26 条。',
    contact: '',
    requirements: '',
  },
  titleFrom: 'topic',
  isProse: true,
  lengthFrom: 'length',
  isAdvertising: true,
  sections: [
    {
      field: 'title',
      marker: '标题',
      as: 'line',
      label: { zh: '标题', en: 'Headline' },
      order: '一行，不超过 30 个字',
    },
    {
      field: 'subtitle',
      marker: '副标题',
      as: 'line',
      label: { zh: '副标题', en: 'Subtitle' },
      order: '一行，补充一个事实，不超过 40 个字；不需要时留空',
      isOptional: true,
    },
    {
      field: 'lead',
      marker: '导语',
      as: 'line',
      label: { zh: '导语', en: 'Lead' },
      order: '一段，交代何人、何事、何时、何地、为何、如何，不超过 120 个字',
    },
    bodySection('Markdown 正文，重要的在前，不重复标题和导语'),
    {
      field: 'boilerplate',
      marker: '机构简介',
      as: 'line',
      label: { zh: '机构简介', en: 'About' },
      order: '一段，只用所给介绍和联系方式，不超过 150 个字；没有给时留空',
      isOptional: true,
    },
  ],
  checks: checkPress,
  fields: pressFields,
})
