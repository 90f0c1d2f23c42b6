import { z } from 'zod'
import { choices, emojiChoices } from './choices.ts'
import { defineTool } from './tool.ts'
import { checkNote } from './xiaohongshu-checks.ts'

const noteTypes = ['recommend', 'review', 'tutorial', 'visit', 'list', 'pitfalls', 'diary'] as const
const tones = ['bestie', 'sincere', 'expert', 'funny', 'healing'] as const
const titleStyles = ['auto', 'number', 'question', 'contrast', 'scene'] as const
const emojiLevels = ['none', 'few', 'rich'] as const

export const xiaohongshuNoteInput = z.object({
  topic: z.string().trim().min(2).max(60),
  sellingPoints: z.array(z.string().trim().min(1).max(30)).max(8).default([]),
  audience: z.string().trim().max(50).default(''),
  noteType: z.enum(noteTypes).default('recommend'),
  tone: z.enum(tones).default('bestie'),
  /** Characters of the body; the platform counts punctuation too, so 800 stay below its 1,000. */
  length: z.number().int().min(150).max(800).default(400),
  emoji: z.enum(emojiLevels).default('rich'),
  titleStyle: z.enum(titleStyles).default('auto'),
  scene: z.string().trim().max(60).default(''),
  experience: z.string().trim().max(3_000).default(''),
  /** Paid or given by the brand: the note has to say so. */
  isSponsored: z.boolean().default(false),
  requirements: z.string().trim().max(500).default(''),
})
export type XiaohongshuNoteInput = z.output<typeof xiaohongshuNoteInput>

export const xiaohongshuNoteOutput = z.object({
  title: z.string(),
  body: z.string(),
  tags: z.array(z.string()),
  imageIdeas: z.array(z.string()),
})
export type XiaohongshuNote = z.output<typeof xiaohongshuNoteOutput>

export const xiaohongshuNote = defineTool({
  key: 'xiaohongshu-note',
  title: { zh: '小红书笔记', en: 'Xiaohongshu note' },
  description: {
    zh: '20 字内标题、有表情的短段落、话题标签和配图建议，照着就能发',
    en: 'A title within 20 characters, short paragraphs with emoji, tags and picture ideas, ready to post',
  },
  icon: 'notebook-pen',
  input: xiaohongshuNoteInput,
  output: xiaohongshuNoteOutput,
  defaults: {
    topic: '',
    sellingPoints: [],
    audience: '',
    noteType: 'recommend',
    tone: 'bestie',
    length: 400,
    emoji: 'rich',
    titleStyle: 'auto',
    scene: '',
    experience: '',
    isSponsored: false,
    requirements: '',
  },
  example: {
    topic: '便携手冲咖啡套装',
    sellingPoints: ['一只手能拿下', '三分钟出一杯', '清洗不费事'],
    audience: '早八通勤的上班族',
    noteType: 'recommend',
    tone: 'sincere',
    length: 400,
    emoji: 'rich',
    titleStyle: 'scene',
    scene: '工位上的早晨',
    experience: '用了三周，磨豆声音比想的小；滤杯配 155 滤纸；缺点是壶嘴偏短，注水要慢。',
    isSponsored: false,
    requirements: '说一个真实的缺点',
  },
  titleFrom: 'topic',
  lengthFrom: 'length',
  isAdvertising: true,
  sections: [
    {
      field: 'title',
      marker: '标题',
      as: 'line',
      label: { zh: '标题', en: 'Title' },
      order: '一行，不超过 20 个字，表情也算字',
    },
    {
      field: 'body',
      marker: '正文',
      as: 'markdown',
      label: { zh: '正文', en: 'Text' },
      order: '纯文本短段落，段落之间空一行，不用 #、**、列表等 Markdown 符号，不写话题标签',
    },
    {
      field: 'tags',
      marker: '话题标签',
      as: 'list',
      label: { zh: '话题标签', en: 'Tags' },
      order: '5 到 8 个，以 # 开头，用顿号分隔',
    },
    {
      field: 'imageIdeas',
      marker: '配图建议',
      as: 'lines',
      label: { zh: '配图建议', en: 'Picture ideas' },
      order: '每行一条，4 到 6 条，第一条是封面；写明画面、构图和图上文字',
    },
  ],
  checks: checkNote,
  fields: [
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
    {
      name: 'length',
      control: 'number',
      min: 150,
      max: 800,
      step: 50,
      unit: { zh: '字', en: 'characters' },
      width: 'half',
      label: { zh: '正文字数', en: 'Length' },
    },
    {
      name: 'noteType',
      control: 'select',
      width: 'half',
      label: { zh: '笔记类型', en: 'Kind of note' },
      options: choices([
        ['recommend', '种草推荐', 'Recommendation'],
        ['review', '测评对比', 'Review'],
        ['tutorial', '教程攻略', 'How-to'],
        ['visit', '探店打卡', 'Place visit'],
        ['list', '好物清单', 'List of finds'],
        ['pitfalls', '避坑提醒', 'What to avoid'],
        ['diary', '日常分享', 'Daily life'],
      ]),
    },
    { name: 'emoji', control: 'select', width: 'half', label: { zh: '表情符号', en: 'Emoji' }, options: emojiChoices },
    {
      name: 'tone',
      control: 'segmented',
      label: { zh: '语气', en: 'Tone' },
      options: choices([
        ['bestie', '闺蜜分享', 'Best friend'],
        ['sincere', '真诚克制', 'Sincere'],
        ['expert', '专业科普', 'Expert'],
        ['funny', '搞笑吐槽', 'Funny'],
        ['healing', '治愈温柔', 'Gentle'],
      ]),
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
      options: choices([
        ['auto', '由 AI 决定', 'Let the model decide'],
        ['number', '数字盘点', 'Numbers'],
        ['question', '提出疑问', 'Question'],
        ['contrast', '前后反差', 'Contrast'],
        ['scene', '场景代入', 'Scene'],
      ]),
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
    {
      name: 'requirements',
      control: 'textarea',
      isAdvanced: true,
      maxLength: 500,
      rows: 3,
      label: { zh: '补充要求', en: 'Further wishes' },
    },
  ],
})
