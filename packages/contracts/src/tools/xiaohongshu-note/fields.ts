import { z } from 'zod'
import { choices, modelDecides, oneOf } from '../fields/choices.ts'
import { emojiField, emojiLevels } from '../fields/emoji.ts'
import { bodyLengthLabel, lengthField } from '../fields/length.ts'
import { requirementsField, requirementsInput } from '../fields/requirements.ts'
import type { ToolField } from '../tool.ts'
import { textInput } from '../../text.ts'

const noteTypes = choices([
  ['recommend', '种草推荐', 'Recommendation'],
  ['review', '测评对比', 'Review'],
  ['tutorial', '教程攻略', 'How-to'],
  ['visit', '探店打卡', 'Place visit'],
  ['list', '好物清单', 'List of finds'],
  ['pitfalls', '避坑提醒', 'What to avoid'],
  ['diary', '日常分享', 'Daily life'],
])
const tones = choices([
  ['bestie', '闺蜜分享', 'Best friend'],
  ['sincere', '真诚克制', 'Sincere'],
  ['expert', '专业科普', 'Expert'],
  ['funny', '搞笑吐槽', 'Funny'],
  ['healing', '治愈温柔', 'Gentle'],
])
const titleStyles = choices([
  modelDecides,
  ['number', '数字盘点', 'Numbers'],
  ['question', '提出疑问', 'Question'],
  ['contrast', '前后反差', 'Contrast'],
  ['scene', '场景代入', 'Scene'],
])

export const xiaohongshuNoteInput = z.object({
  topic: textInput(2, 60),
  sellingPoints: z.array(textInput(1, 30)).max(8).default([]),
  audience: textInput(0, 50).default(''),
  noteType: oneOf(noteTypes).default('recommend'),
  tone: oneOf(tones).default('bestie'),
  /** Characters of the body; the platform counts punctuation too, so 800 stay below its 1,000. */
  length: z.number().int().min(150).max(800).default(400),
  emoji: oneOf(emojiLevels).default('rich'),
  titleStyle: oneOf(titleStyles).default('auto'),
  scene: textInput(0, 60).default(''),
  experience: textInput(0, 3_000).default(''),
  /** Paid or given by the brand: the note has to say so. */
  isSponsored: z.boolean().default(false),
  requirements: requirementsInput,
})
export type XiaohongshuNoteInput = z.output<typeof xiaohongshuNoteInput>

export const xiaohongshuFields: readonly ToolField[] = [
  {
    name: 'topic',
    control: 'text',
    maxLength: 60,
    isRequired: true,
    label: { zh: '产品或主题', en: 'Product or topic' },
    placeholder: { zh: '例如：便携手冲咖啡套装', en: 'For example: a travel coffee set' },
    hint: {
      zh: '写到型号或具体做法，笔记才有细节',
      en: 'A model or a concrete way of doing it gives the note detail',
    },
  },
  {
    name: 'sellingPoints',
    control: 'tags',
    maxItems: 8,
    maxLength: 30,
    label: { zh: '卖点', en: 'What is good about it' },
    placeholder: { zh: '输入后按回车', en: 'Type and press Enter' },
  },
  {
    name: 'audience',
    control: 'text',
    maxLength: 50,
    width: 'half',
    label: { zh: '目标人群', en: 'Readers' },
    suggestions: [
      { zh: '学生党', en: 'Students' },
      { zh: '早八上班族', en: 'Early commuters' },
      { zh: '新手妈妈', en: 'New mothers' },
      { zh: '租房独居', en: 'People renting alone' },
      { zh: '敏感肌', en: 'People with sensitive skin' },
    ],
  },
  { ...lengthField, min: 150, max: 800, step: 50, label: bodyLengthLabel },
  {
    name: 'noteType',
    control: 'select',
    width: 'half',
    label: { zh: '笔记类型', en: 'Kind of note' },
    options: noteTypes,
  },
  emojiField,
  {
    name: 'tone',
    control: 'segmented',
    label: { zh: '语气', en: 'Tone' },
    options: tones,
  },
  {
    name: 'experience',
    control: 'textarea',
    maxLength: 3_000,
    rows: 4,
    label: { zh: '真实体验', en: 'Your own experience' },
    hint: {
      zh: '用了多久、哪里好、哪里不好；没有写到的体验不会编造',
      en: 'How long, what is good, what is not; nothing beyond it is invented',
    },
  },
  {
    name: 'titleStyle',
    control: 'select',
    isAdvanced: true,
    width: 'half',
    label: { zh: '标题写法', en: 'Title style' },
    options: titleStyles,
  },
  {
    name: 'scene',
    control: 'text',
    isAdvanced: true,
    maxLength: 60,
    width: 'half',
    label: { zh: '使用场景', en: 'Where it is used' },
    placeholder: { zh: '例如：工位上的早晨', en: 'For example: mornings at the desk' },
  },
  {
    name: 'isSponsored',
    control: 'switch',
    isAdvanced: true,
    label: { zh: '与品牌有合作或收到赠品', en: 'Paid or given by the brand' },
    hint: { zh: '会在正文写明，并提醒打上广告标识', en: 'The note says so and reminds you to mark it' },
  },
  { ...requirementsField, isAdvanced: true },
]
