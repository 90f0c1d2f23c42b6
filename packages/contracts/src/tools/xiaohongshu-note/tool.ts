import { z } from 'zod'
import { xiaohongshuFields, xiaohongshuNoteInput } from './fields.ts'
import { defineTool } from '../tool.ts'
import { titleSection } from '../usual-sections.ts'
import { checkNote } from './checks.ts'
import { titleLimit } from './title-limit.ts'

const xiaohongshuNoteOutput = z.object({
  title: z.string(),
  body: z.string(),
  tags: z.array(z.string()),
  imageIdeas: z.array(z.string()),
})

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
    titleSection('一行，不超过 20 个字，表情也算字', titleLimit),
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
  fields: xiaohongshuFields,
})
