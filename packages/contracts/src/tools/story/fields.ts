import { z } from 'zod'
import { choices, modelDecides, oneOf } from '../fields/choices.ts'
import { lengthField } from '../fields/length.ts'
import { requirementsField, requirementsInput } from '../fields/requirements.ts'
import type { ToolField } from '../tool.ts'
import { textInput } from '../../text.ts'

const genres = choices([
  modelDecides,
  ['realistic', '现实', 'Realistic'],
  ['romance', '言情', 'Romance'],
  ['suspense', '悬疑推理', 'Suspense'],
  ['science-fiction', '科幻', 'Science fiction'],
  ['fantasy', '玄幻奇幻', 'Fantasy'],
  ['xianxia', '仙侠', 'Xianxia'],
  ['wuxia', '武侠', 'Wuxia'],
  ['history', '历史', 'Historical'],
  ['urban', '都市', 'City life'],
  ['workplace', '职场', 'Workplace'],
  ['campus', '校园', 'Campus'],
  ['fairy-tale', '童话', 'Fairy tale'],
  ['horror', '惊悚', 'Horror'],
  ['comedy', '喜剧', 'Comedy'],
  ['family', '家庭亲情', 'Family'],
])
const forms = choices([
  ['short', '短篇', 'Short story'],
  ['chapter', '写一章', 'One chapter'],
  ['chapters', '连写多章', 'Several chapters'],
])
const perspectives = choices([
  ['third-limited', '第三人称（跟随主角）', 'Third person, limited'],
  ['first', '第一人称', 'First person'],
  ['omniscient', '全知视角', 'Omniscient'],
  ['second', '第二人称', 'Second person'],
  ['multiple', '多视角轮换', 'Several in turn'],
])
const endings = choices([
  modelDecides,
  ['open', '开放式', 'Open'],
  ['happy', '圆满', 'Happy'],
  ['tragic', '悲剧', 'Tragic'],
  ['twist', '反转', 'Twist'],
  ['cliffhanger', '留悬念', 'Cliffhanger'],
])

export const storyInput = z.object({
  theme: textInput(2, 200),
  genre: oneOf(genres).default('auto'),
  form: oneOf(forms).default('short'),
  /** The first chapter to be written; earlier ones stand in the memory and the pasted text. */
  chapterNumber: z.number().int().min(1).max(500).default(1),
  /** How many chapters in one go, for `chapters`. */
  chapters: z.number().int().min(1).max(12).default(3),
  /** Characters of one chapter, or of the whole short story. */
  length: z.number().int().min(500).max(6_000).default(2_000),
  characters: textInput(0, 3_000).default(''),
  setting: textInput(0, 1_000).default(''),
  plot: textInput(0, 2_000).default(''),
  perspective: oneOf(perspectives).default('third-limited'),
  style: textInput(0, 50).default(''),
  ending: oneOf(endings).default('auto'),
  previousMemory: textInput(0, 4_000).default(''),
  previousText: textInput(0, 20_000).default(''),
  requirements: requirementsInput,
})
export type StoryInput = z.output<typeof storyInput>

export const storyFields: readonly ToolField[] = [
  {
    name: 'theme',
    control: 'text',
    maxLength: 200,
    isRequired: true,
    label: { zh: '故事主题', en: 'Theme' },
    placeholder: { zh: '例如：一个失忆的侦探追查自己', en: 'For example: a detective without memory hunts himself' },
    hint: { zh: '一句话：谁，遇到什么事，难在哪里', en: 'One sentence: who, what happens, what makes it hard' },
  },
  {
    name: 'genre',
    control: 'select',
    width: 'half',
    label: { zh: '故事类型', en: 'Genre' },
    options: genres,
  },
  {
    name: 'style',
    control: 'text',
    maxLength: 50,
    width: 'half',
    label: { zh: '语言风格', en: 'Style' },
    placeholder: { zh: '例如：白描、冷幽默', en: 'For example: spare, dry wit' },
    suggestions: [
      { zh: '白描克制', en: 'Spare' },
      { zh: '细腻抒情', en: 'Lyrical' },
      { zh: '冷幽默', en: 'Dry wit' },
      { zh: '快节奏爽文', en: 'Fast and punchy' },
      { zh: '古风典雅', en: 'Classical' },
      { zh: '童趣明快', en: 'Bright, for children' },
    ],
  },
  {
    name: 'form',
    control: 'segmented',
    label: { zh: '篇幅', en: 'Extent' },
    options: forms,
  },
  {
    name: 'chapterNumber',
    control: 'number',
    min: 1,
    max: 500,
    step: 1,
    width: 'half',
    label: { zh: '从第几章写起', en: 'First chapter to write' },
    hint: { zh: '写短篇时不用管', en: 'Of no matter for a short story' },
  },
  {
    name: 'chapters',
    control: 'number',
    min: 1,
    max: 12,
    step: 1,
    unit: { zh: '章', en: 'chapters' },
    width: 'half',
    label: { zh: '连写几章', en: 'Number of chapters' },
    hint: { zh: '先列大纲，再一章一章写，只扣一次积分', en: 'Outlined first, then written one by one, on one charge' },
  },
  {
    ...lengthField,
    min: 500,
    max: 6_000,
    step: 100,
    label: { zh: '每章字数', en: 'Length of a chapter' },
    hint: { zh: '短篇即全文字数', en: 'For a short story, of the whole' },
  },
  {
    name: 'perspective',
    control: 'select',
    width: 'half',
    label: { zh: '叙事视角', en: 'Point of view' },
    options: perspectives,
  },
  {
    name: 'characters',
    control: 'textarea',
    maxLength: 3_000,
    rows: 4,
    label: { zh: '人物设定', en: 'Characters' },
    placeholder: { zh: '姓名：年龄、性格、想要什么、怕什么', en: 'Name: age, nature, what they want, what they fear' },
    hint: { zh: '一行一个人物，以姓名开头', en: 'One a line, the name first' },
  },
  {
    name: 'plot',
    control: 'textarea',
    maxLength: 2_000,
    rows: 3,
    label: { zh: '情节要点', en: 'Plot' },
    placeholder: { zh: '这一篇或这几章里必须发生的事', en: 'What must happen in this story or these chapters' },
  },
  {
    name: 'setting',
    control: 'textarea',
    maxLength: 1_000,
    rows: 2,
    isAdvanced: true,
    label: { zh: '背景设定', en: 'Setting' },
    placeholder: { zh: '时代、地点、世界的规则', en: 'Time, place, the rules of the world' },
  },
  {
    name: 'previousMemory',
    control: 'textarea',
    maxLength: 4_000,
    rows: 4,
    isAdvanced: true,
    label: { zh: '前情记忆', en: 'Story memory' },
    hint: {
      zh: '粘贴上一次结果里的“前情记忆”，人物和伏笔就不会走样',
      en: 'Paste the memory of the last result, and people and threads stay true',
    },
  },
  {
    name: 'previousText',
    control: 'textarea',
    maxLength: 20_000,
    rows: 5,
    isAdvanced: true,
    label: { zh: '前文', en: 'Earlier chapters' },
    hint: { zh: '粘贴前面的章节，至少贴上一章', en: 'Paste what came before, the last chapter at least' },
  },
  {
    name: 'ending',
    control: 'select',
    isAdvanced: true,
    width: 'half',
    label: { zh: '结尾', en: 'Ending' },
    options: endings,
  },
  {
    ...requirementsField,
    isAdvanced: true,
    placeholder: { zh: '例如：对话要短，不用成语', en: 'For example: short dialogue, no set phrases' },
  },
]
