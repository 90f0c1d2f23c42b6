import { z } from 'zod'
import { choices, modelDecides, oneOf } from '../fields/choices.ts'
import { referenceField, referenceInput } from '../fields/reference.ts'
import { requirementsField, requirementsInput } from '../fields/requirements.ts'
import type { ToolField } from '../tool.ts'
import { textInput } from '../../text.ts'

const styles = choices([
  ['talk', '口播', 'Talking head'],
  ['drama', '剧情', 'Short drama'],
  ['tutorial', '教程', 'How-to'],
  ['review', '测评', 'Review'],
  ['vlog', 'Vlog', 'Vlog'],
  ['sales', '带货', 'Selling'],
  ['explainer', '知识科普', 'Explainer'],
  ['montage', '氛围混剪', 'Montage'],
])
const platforms = choices([
  ['douyin', '抖音', 'Douyin'],
  ['kuaishou', '快手', 'Kuaishou'],
  ['channels', '视频号', 'WeChat Channels'],
  ['xiaohongshu', '小红书', 'Xiaohongshu'],
  ['bilibili', '哔哩哔哩', 'Bilibili'],
])
const hooks = choices([
  modelDecides,
  ['question', '抛出问题', 'Question'],
  ['conflict', '制造冲突', 'Conflict'],
  ['result', '先给结果', 'Result first'],
  ['number', '具体数字', 'A number'],
  ['suspense', '留下悬念', 'Suspense'],
])
const endings = choices([
  ['none', '不加', 'None'],
  ['follow', '引导关注', 'Follow'],
  ['comment', '引导评论', 'Comment'],
  ['buy', '引导购买', 'Buy'],
  ['next', '预告下期', 'Next time'],
])

export const videoScriptInput = z.object({
  topic: textInput(2, 100),
  /** Running time of the whole video. */
  seconds: z.number().int().min(15).max(600).default(60),
  style: oneOf(styles).default('talk'),
  platform: oneOf(platforms).default('douyin'),
  keyPoints: z.array(textInput(1, 40)).max(8).default([]),
  audience: textInput(0, 50).default(''),
  hook: oneOf(hooks).default('auto'),
  ending: oneOf(endings).default('none'),
  people: textInput(0, 100).default(''),
  location: textInput(0, 100).default(''),
  isLandscape: z.boolean().default(false),
  reference: referenceInput,
  requirements: requirementsInput,
})
export type VideoScriptInput = z.output<typeof videoScriptInput>

export const videoFields: readonly ToolField[] = [
  {
    name: 'topic',
    control: 'text',
    maxLength: 100,
    isRequired: true,
    label: { zh: '视频主题', en: 'Topic' },
    placeholder: { zh: '例如：出租屋十分钟做一碗热汤面', en: 'For example: noodle soup in ten minutes' },
    hint: { zh: '一条视频只讲一件事', en: 'One video, one thing' },
  },
  {
    name: 'seconds',
    control: 'number',
    min: 15,
    max: 600,
    step: 15,
    unit: { zh: '秒', en: 'seconds' },
    width: 'half',
    label: { zh: '时长', en: 'Running time' },
  },
  {
    name: 'platform',
    control: 'select',
    width: 'half',
    label: { zh: '发布平台', en: 'Platform' },
    options: platforms,
  },
  {
    name: 'style',
    control: 'select',
    width: 'half',
    label: { zh: '视频风格', en: 'Style' },
    options: styles,
  },
  {
    name: 'audience',
    control: 'text',
    maxLength: 50,
    width: 'half',
    label: { zh: '目标观众', en: 'Viewers' },
    placeholder: { zh: '例如：独居的上班族', en: 'For example: people who live alone' },
  },
  {
    name: 'keyPoints',
    control: 'tags',
    maxItems: 8,
    maxLength: 40,
    label: { zh: '要点', en: 'Key points' },
    placeholder: { zh: '必须讲到的内容，输入后按回车', en: 'What must be said; press Enter' },
  },
  {
    name: 'hook',
    control: 'select',
    width: 'half',
    label: { zh: '开场方式', en: 'Opening' },
    options: hooks,
  },
  {
    name: 'ending',
    control: 'select',
    width: 'half',
    label: { zh: '结尾引导', en: 'Ending' },
    options: endings,
  },
  {
    name: 'people',
    control: 'text',
    isAdvanced: true,
    maxLength: 100,
    width: 'half',
    label: { zh: '出镜人物', en: 'On camera' },
  },
  {
    name: 'location',
    control: 'text',
    isAdvanced: true,
    maxLength: 100,
    width: 'half',
    label: { zh: '拍摄场地', en: 'Location' },
  },
  { name: 'isLandscape', control: 'switch', isAdvanced: true, label: { zh: '横屏拍摄', en: 'Landscape' } },
  referenceField,
  { ...requirementsField, isAdvanced: true },
]
