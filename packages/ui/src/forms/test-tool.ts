import { defineTool } from '@mozhou/contracts/tools/tool'
import { z } from 'zod'

/** A tool with one field of every control, for the tests of the form. */
export const testTool = defineTool({
  key: 'test-tool',
  title: { zh: '测试工具', en: 'Test tool' },
  description: { zh: '每种控件一个', en: 'One of every control' },
  icon: 'file-text',
  input: z.object({
    topic: z.string().trim().min(2).max(20),
    notes: z.string().trim().max(50).default(''),
    keywords: z.array(z.string().trim().min(1).max(5)).max(3).default([]),
    tone: z.enum(['calm', 'loud']).default('calm'),
    form: z.enum(['list', 'story']).default('list'),
    length: z.number().int().min(300).max(5_000).default(1_000),
    heat: z.number().int().min(0).max(10).default(5),
    isPublic: z.boolean().default(false),
    reference: z.string().trim().max(30).default(''),
  }),
  output: z.object({ title: z.string() }),
  example: {
    topic: '春天来了',
    notes: '',
    keywords: ['花'],
    tone: 'calm',
    form: 'story',
    length: 1_200,
    heat: 5,
    isPublic: false,
    reference: '',
  },
  titleFrom: 'topic',
  sections: [{ field: 'title', marker: '标题', as: 'line', label: { zh: '标题', en: 'Title' }, order: '一行' }],
  fields: [
    {
      name: 'topic',
      control: 'text',
      maxLength: 20,
      isRequired: true,
      label: { zh: '主题', en: 'Topic' },
      hint: { zh: '一句话', en: 'One sentence' },
      suggestions: [{ zh: '春天', en: 'Spring' }],
    },
    { name: 'notes', control: 'textarea', maxLength: 50, label: { zh: '补充', en: 'Notes' } },
    { name: 'keywords', control: 'tags', maxItems: 3, maxLength: 5, label: { zh: '关键词', en: 'Keywords' } },
    {
      name: 'tone',
      control: 'segmented',
      label: { zh: '语气', en: 'Tone' },
      options: [
        { value: 'calm', label: { zh: '平静', en: 'Calm' } },
        { value: 'loud', label: { zh: '热烈', en: 'Loud' } },
      ],
    },
    {
      name: 'form',
      control: 'select',
      label: { zh: '结构', en: 'Form' },
      options: [
        { value: 'list', label: { zh: '清单', en: 'List' } },
        { value: 'story', label: { zh: '故事', en: 'Story' } },
      ],
    },
    {
      name: 'length',
      control: 'number',
      min: 300,
      max: 5_000,
      step: 100,
      unit: { zh: '字', en: 'characters' },
      label: { zh: '字数', en: 'Length' },
    },
    { name: 'heat', control: 'slider', min: 0, max: 10, step: 1, label: { zh: '热度', en: 'Heat' } },
    { name: 'isPublic', control: 'switch', label: { zh: '公开', en: 'Public' } },
    {
      name: 'reference',
      control: 'textarea',
      isAdvanced: true,
      maxLength: 30,
      label: { zh: '参考资料', en: 'Source material' },
    },
  ],
})
