import { z } from 'zod'
import { choices, modelDecides, oneOf } from '../fields/choices.ts'
import { emojiField, emojiLevels } from '../fields/emoji.ts'
import { lengthField } from '../fields/length.ts'
import { requirementsField, requirementsInput } from '../fields/requirements.ts'
import type { ToolField } from '../tool.ts'
import { textInput } from '../../text.ts'

const goals = choices([
  ['buy', '下单购买', 'Purchase'],
  ['lead', '留下线索', 'Leave contact'],
  ['visit', '到店体验', 'Visit'],
  ['download', '下载注册', 'Sign up'],
  ['follow', '关注入群', 'Follow'],
  ['brand', '品牌认知', 'Awareness'],
])
const tones = choices([
  ['direct', '直给', 'Direct'],
  ['warm', '走心', 'Warm'],
  ['witty', '有梗', 'Witty'],
  ['premium', '质感', 'Premium'],
  ['youthful', '年轻', 'Youthful'],
])
const frameworks = choices([
  modelDecides,
  ['aida', '注意—兴趣—欲望—行动（AIDA）', 'AIDA'],
  ['pas', '痛点—放大—解决（PAS）', 'PAS'],
  ['fab', '属性—作用—益处（FAB）', 'FAB'],
  ['story', '用户故事', 'Story'],
])

export const marketingCopyInput = z.object({
  product: textInput(2, 60),
  sellingPoints: z.array(textInput(1, 40)).max(8).default([]),
  audience: textInput(0, 60).default(''),
  description: textInput(0, 3_000).default(''),
  offer: textInput(0, 120).default(''),
  /** Where the copy will run; each gets a version of its own. */
  scenes: z.array(textInput(1, 12)).max(8).default(['朋友圈', '短信', '海报']),
  goal: oneOf(goals).default('buy'),
  tone: oneOf(tones).default('direct'),
  /** Characters of the main copy; the versions for scenes come on top. */
  length: z.number().int().min(100).max(1_500).default(300),
  framework: oneOf(frameworks).default('auto'),
  emoji: oneOf(emojiLevels).default('few'),
  brand: textInput(0, 20).default(''),
  cta: textInput(0, 30).default(''),
  requirements: requirementsInput,
})
export type MarketingCopyInput = z.output<typeof marketingCopyInput>

export const marketingFields: readonly ToolField[] = [
  {
    name: 'product',
    control: 'text',
    maxLength: 60,
    isRequired: true,
    label: { zh: '产品或服务', en: 'Product or service' },
    placeholder: { zh: '例如：溪谷冷萃咖啡液', en: 'For example: a cold-brew concentrate' },
  },
  {
    name: 'sellingPoints',
    control: 'tags',
    maxItems: 8,
    maxLength: 40,
    label: { zh: '卖点', en: 'Selling points' },
    placeholder: { zh: '输入后按回车', en: 'Type and press Enter' },
    hint: { zh: '最重要的放前面', en: 'The most important first' },
  },
  {
    name: 'audience',
    control: 'text',
    maxLength: 60,
    width: 'half',
    label: { zh: '目标客户', en: 'Customers' },
    suggestions: [
      { zh: '年轻上班族', en: 'Young office workers' },
      { zh: '有孩家庭', en: 'Families' },
      { zh: '中小企业主', en: 'Owners of small firms' },
      { zh: '大学生', en: 'Students' },
      { zh: '银发人群', en: 'Older people' },
    ],
  },
  {
    name: 'offer',
    control: 'text',
    maxLength: 120,
    width: 'half',
    label: { zh: '优惠活动', en: 'Offer' },
    placeholder: { zh: '写清价格、条件和起止日期', en: 'Price, conditions, first and last day' },
  },
  {
    name: 'scenes',
    control: 'tags',
    maxItems: 8,
    maxLength: 12,
    label: { zh: '投放场景', en: 'Where it runs' },
    placeholder: {
      zh: '朋友圈、短信、电商详情页、海报、信息流广告、直播话术',
      en: 'Moments, SMS, product page, poster, feed ad',
    },
    hint: { zh: '每个场景单独写一版', en: 'Each gets a version of its own' },
  },
  {
    name: 'description',
    control: 'textarea',
    maxLength: 3_000,
    rows: 4,
    label: { zh: '产品信息', en: 'Product facts' },
    hint: {
      zh: '规格、价格、资质、评价；数字只用这里写到的',
      en: 'Specification, price, proof; no figure beyond these is used',
    },
  },
  {
    name: 'goal',
    control: 'select',
    width: 'half',
    label: { zh: '转化目标', en: 'Goal' },
    options: goals,
  },
  { ...lengthField, min: 100, max: 1_500, step: 50, label: { zh: '主文案字数', en: 'Length' } },
  {
    name: 'tone',
    control: 'segmented',
    label: { zh: '风格', en: 'Style' },
    options: tones,
  },
  {
    name: 'framework',
    control: 'select',
    isAdvanced: true,
    width: 'half',
    label: { zh: '文案结构', en: 'Framework' },
    options: frameworks,
  },
  { ...emojiField, isAdvanced: true },
  {
    name: 'brand',
    control: 'text',
    isAdvanced: true,
    maxLength: 20,
    width: 'half',
    label: { zh: '品牌名', en: 'Brand' },
    hint: { zh: '用作短信签名', en: 'Signs the text message' },
  },
  {
    name: 'cta',
    control: 'text',
    isAdvanced: true,
    maxLength: 30,
    width: 'half',
    label: { zh: '指定的行动号召', en: 'Call to action' },
    suggestions: [
      { zh: '立即下单', en: 'Order now' },
      { zh: '免费试用', en: 'Try it free' },
      { zh: '预约到店', en: 'Book a visit' },
      { zh: '扫码领取', en: 'Scan and collect' },
    ],
  },
  { ...requirementsField, isAdvanced: true },
]
