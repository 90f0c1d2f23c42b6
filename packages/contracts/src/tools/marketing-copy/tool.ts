import { z } from 'zod'
import { checkMarketing } from './checks.ts'
import { marketingFields, marketingCopyInput } from './fields.ts'
import { defineTool } from '../tool.ts'
import { titleSection } from '../usual-sections.ts'

const marketingCopyOutput = z.object({
  title: z.string(),
  body: z.string(),
  cta: z.string(),
  variants: z.array(z.object({ scene: z.string(), title: z.string(), body: z.string(), cta: z.string() })),
})

export const marketingCopy = defineTool({
  key: 'marketing-copy',
  title: { zh: '营销文案', en: 'Marketing copy' },
  description: {
    zh: '一份主文案，再按朋友圈、短信、海报、信息流等场景各写一版',
    en: 'One main copy, and a version for each place where it will run',
  },
  icon: 'megaphone',
  input: marketingCopyInput,
  output: marketingCopyOutput,
  example: {
    product: '溪谷冷萃咖啡液',
    sellingPoints: ['三秒一杯', '零添加糖', '单条随身带'],
    audience: '常加班的年轻上班族',
    description: '每盒 12 条，每条 25 毫升；冷热水、牛奶都能冲；保质期 9 个月；单盒 59 元。',
    offer: '11 月 24 日至 30 日两盒 99 元',
    scenes: ['朋友圈', '短信', '电商详情页', '海报', '信息流广告', '直播话术'],
    goal: 'buy',
    tone: 'direct',
    length: 300,
    framework: 'pas',
    emoji: 'few',
    brand: '溪谷咖啡',
    cta: '领券下单',
    requirements: '',
  },
  titleFrom: 'product',
  isAdvertising: true,
  sections: [
    titleSection('一行，不超过 25 个字'),
    { field: 'body', marker: '正文', as: 'markdown', label: { zh: '正文', en: 'Copy' }, order: 'Markdown，主文案' },
    {
      field: 'cta',
      marker: '行动号召',
      as: 'line',
      label: { zh: '行动号召', en: 'Call to action' },
      order: '一行，动词开头，不超过 15 个字',
    },
    {
      field: 'variants',
      marker: '场景版本',
      as: 'table',
      label: { zh: '场景版本', en: 'Versions by scene' },
      order: '每个投放场景一行，换行写成 <br>',
      columns: [
        { field: 'scene', heading: '场景', label: { zh: '场景', en: 'Scene' }, as: 'text' },
        { field: 'title', heading: '场景标题', label: { zh: '场景标题', en: 'Headline' }, as: 'text' },
        { field: 'body', heading: '文案', label: { zh: '文案', en: 'Copy' }, as: 'text' },
        { field: 'cta', heading: '引导语', label: { zh: '引导语', en: 'Call to action' }, as: 'text' },
      ],
    },
  ],
  checks: checkMarketing,
  fields: marketingFields,
})
