import { z } from 'zod'
import { choices, oneOf } from '../fields/choices.ts'
import { requirementsField, requirementsInput } from '../fields/requirements.ts'
import type { ToolField } from '../tool.ts'
import { textInput } from '../../text.ts'

const targets = choices([
  ['en', '英语', 'English'],
  ['zh-CN', '简体中文', 'Simplified Chinese'],
  ['zh-TW', '繁体中文', 'Traditional Chinese'],
  ['ja', '日语', 'Japanese'],
  ['ko', '韩语', 'Korean'],
  ['fr', '法语', 'French'],
  ['de', '德语', 'German'],
  ['es', '西班牙语', 'Spanish'],
  ['ru', '俄语', 'Russian'],
  ['ar', '阿拉伯语', 'Arabic'],
  ['pt', '葡萄牙语', 'Portuguese'],
  ['it', '意大利语', 'Italian'],
  ['vi', '越南语', 'Vietnamese'],
  ['th', '泰语', 'Thai'],
  ['id', '印尼语', 'Indonesian'],
  ['ms', '马来语', 'Malay'],
])
const sources = [...choices([['auto', '自动识别', 'Detect']]), ...targets]
const domains = choices([
  ['general', '通用', 'General'],
  ['business', '商务', 'Business'],
  ['law', '法律', 'Law'],
  ['medicine', '医学', 'Medicine'],
  ['technology', '科技工程', 'Technology'],
  ['finance', '金融财经', 'Finance'],
  ['academic', '学术', 'Academic'],
  ['literature', '文学', 'Literature'],
  ['marketing', '营销广告', 'Marketing'],
  ['software', '软件界面与文档', 'Software'],
  ['games', '游戏', 'Games'],
  ['subtitles', '影视字幕', 'Subtitles'],
])
const tones = choices([
  ['faithful', '忠实', 'Faithful'],
  ['formal', '正式', 'Formal'],
  ['natural', '自然', 'Natural'],
  ['lively', '生动', 'Lively'],
])

export const translationInput = z.object({
  source: textInput(1, 20_000),
  sourceLanguage: oneOf(sources).default('auto'),
  target: oneOf(targets).default('en'),
  domain: oneOf(domains).default('general'),
  tone: oneOf(tones).default('faithful'),
  /** `term=translation`, one a line; a term alone stays as it is. */
  glossary: textInput(0, 4_000).default(''),
  /** Dates, measures, money and sayings as the readers know them. */
  localise: z.boolean().default(false),
  audience: textInput(0, 50).default(''),
  requirements: requirementsInput,
})
export type TranslationInput = z.output<typeof translationInput>

export const translationFields: readonly ToolField[] = [
  {
    name: 'source',
    control: 'textarea',
    maxLength: 20_000,
    rows: 8,
    isRequired: true,
    label: { zh: '原文', en: 'Source text' },
    placeholder: { zh: '粘贴要翻译的文字，段落之间换行', en: 'Paste the text, a line end between paragraphs' },
    hint: {
      zh: '超过 3000 字会分段翻译再合成，只扣一次积分',
      en: 'Beyond 3,000 characters it is translated part by part, on one charge',
    },
  },
  {
    name: 'target',
    control: 'select',
    width: 'half',
    label: { zh: '目标语言', en: 'Into' },
    options: targets,
  },
  {
    name: 'domain',
    control: 'select',
    width: 'half',
    label: { zh: '专业领域', en: 'Field' },
    options: domains,
  },
  {
    name: 'tone',
    control: 'segmented',
    label: { zh: '语气', en: 'Tone' },
    options: tones,
  },
  {
    name: 'glossary',
    control: 'textarea',
    maxLength: 4_000,
    rows: 4,
    label: { zh: '术语表', en: 'Glossary' },
    placeholder: { zh: '积分=credits', en: '积分=credits' },
    hint: {
      zh: '一行一条，写“术语=译法”；只写术语则原样保留',
      en: 'One a line, term=translation; a term alone stays as it is',
    },
  },
  {
    name: 'localise',
    control: 'switch',
    label: { zh: '本地化', en: 'Localise' },
    hint: {
      zh: '日期、单位、俗语等按目标读者的习惯改写，并在译注里说明',
      en: 'Dates, measures and sayings as the readers know them, each change noted',
    },
  },
  {
    name: 'sourceLanguage',
    control: 'select',
    isAdvanced: true,
    width: 'half',
    label: { zh: '原文语言', en: 'From' },
    options: sources,
  },
  {
    name: 'audience',
    control: 'text',
    isAdvanced: true,
    maxLength: 50,
    width: 'half',
    label: { zh: '目标读者', en: 'Readers' },
    placeholder: { zh: '例如：海外开发者', en: 'For example: developers abroad' },
  },
  {
    ...requirementsField,
    isAdvanced: true,
    placeholder: { zh: '例如：人名保留原文', en: 'For example: leave names as they are' },
  },
]
