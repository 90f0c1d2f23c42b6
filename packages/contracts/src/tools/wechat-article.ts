import { z } from 'zod'
import { textLimit } from './checks.ts'
import { defineTool } from './tool.ts'

const tones = ['professional', 'friendly', 'humorous', 'sharp', 'storytelling'] as const
const structures = ['auto', 'argument', 'list', 'story', 'tutorial', 'interview'] as const
const emojiLevels = ['none', 'few', 'rich'] as const
const endings = ['none', 'follow', 'comment', 'share', 'product'] as const
const languages = ['zh-CN', 'zh-TW', 'en'] as const

export const wechatArticleInput = z.object({
  topic: z.string().trim().min(2).max(100),
  keywords: z.array(z.string().trim().min(1).max(20)).max(8).default([]),
  audience: z.string().trim().max(50).default(''),
  tone: z.enum(tones).default('professional'),
  structure: z.enum(structures).default('auto'),
  /** Characters of the body, as an editor counts them. */
  length: z.number().int().min(300).max(5_000).default(1_500),
  emoji: z.enum(emojiLevels).default('few'),
  ending: z.enum(endings).default('none'),
  outline: z.string().trim().max(1_000).default(''),
  reference: z.string().trim().max(5_000).default(''),
  requirements: z.string().trim().max(500).default(''),
  language: z.enum(languages).default('zh-CN'),
})
export type WechatArticleInput = z.output<typeof wechatArticleInput>

export const wechatArticleOutput = z.object({
  title: z.string(),
  summary: z.string(),
  body: z.string(),
  keywords: z.array(z.string()),
})
export type WechatArticle = z.output<typeof wechatArticleOutput>

/** Limits of the platform's own editor: title 64 characters, summary 120. */
const editorLimits = { title: '微信公众平台图文编辑器', url: 'https://mp.weixin.qq.com', date: '2026-11-01' }

export const wechatArticle = defineTool({
  key: 'wechat-article',
  title: { zh: '公众号文章', en: 'WeChat article' },
  description: {
    zh: '标题、摘要、正文和搜索关键词一次成稿，排版适合手机阅读',
    en: 'Title, summary, body and search keywords in one go, laid out for phones',
  },
  icon: 'newspaper',
  input: wechatArticleInput,
  output: wechatArticleOutput,
  defaults: {
    topic: '',
    keywords: [],
    audience: '',
    tone: 'professional',
    structure: 'auto',
    length: 1_500,
    emoji: 'few',
    ending: 'none',
    outline: '',
    reference: '',
    requirements: '',
    language: 'zh-CN',
  },
  example: {
    topic: '通勤路上的半小时怎样变成一门功课',
    keywords: ['碎片时间', '播客', '通勤'],
    audience: '职场新人',
    tone: 'friendly',
    structure: 'list',
    length: 1_200,
    emoji: 'few',
    ending: 'comment',
    outline: '',
    reference: '',
    requirements: '写三个不同行业的人怎么做',
    language: 'zh-CN',
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
      order: '一行，不超过 30 个字',
    },
    {
      field: 'summary',
      marker: '摘要',
      as: 'line',
      label: { zh: '摘要', en: 'Summary' },
      order: '一行，不超过 100 个字',
    },
    { field: 'body', marker: '正文', as: 'markdown', label: { zh: '正文', en: 'Body' }, order: 'Markdown 正文' },
    {
      field: 'keywords',
      marker: '关键词',
      as: 'list',
      label: { zh: '关键词', en: 'Keywords' },
      order: '3 到 6 个，用顿号分隔',
    },
  ],
  checks: (result) => [
    textLimit('wechat.title', result['title'], 64, { zh: '标题字数', en: 'Title length' }, editorLimits),
    textLimit('wechat.summary', result['summary'], 120, { zh: '摘要字数', en: 'Summary length' }, editorLimits),
  ],
  fields: [
    {
      name: 'topic',
      control: 'text',
      maxLength: 100,
      isRequired: true,
      label: { zh: '文章主题', en: 'Topic' },
      placeholder: { zh: '例如：人工智能如何改变内容创作', en: 'For example: how AI changes content work' },
      hint: {
        zh: '一句话说清楚写什么，越具体越好',
        en: 'Say in one sentence what it is about; the more concrete, the better',
      },
    },
    {
      name: 'keywords',
      control: 'tags',
      maxItems: 8,
      maxLength: 20,
      label: { zh: '关键词', en: 'Keywords' },
      placeholder: { zh: '输入后按回车', en: 'Type and press Enter' },
      hint: {
        zh: '会自然出现在标题和正文里，利于搜一搜收录',
        en: 'Woven into title and body, so that search finds the article',
      },
    },
    {
      name: 'audience',
      control: 'text',
      maxLength: 50,
      width: 'half',
      label: { zh: '目标读者', en: 'Readers' },
      placeholder: { zh: '例如：行业从业者', en: 'For example: people in the trade' },
      suggestions: [
        { zh: '行业从业者', en: 'People in the trade' },
        { zh: '职场新人', en: 'Newcomers at work' },
        { zh: '宝妈宝爸', en: 'Parents' },
        { zh: '在校学生', en: 'Students' },
        { zh: '中小企业主', en: 'Owners of small firms' },
      ],
    },
    {
      name: 'length',
      control: 'number',
      min: 300,
      max: 5_000,
      step: 100,
      unit: { zh: '字', en: 'characters' },
      width: 'half',
      label: { zh: '字数', en: 'Length' },
    },
    {
      name: 'tone',
      control: 'segmented',
      label: { zh: '语气', en: 'Tone' },
      options: [
        { value: 'professional', label: { zh: '专业', en: 'Expert' } },
        { value: 'friendly', label: { zh: '亲切', en: 'Warm' } },
        { value: 'humorous', label: { zh: '幽默', en: 'Witty' } },
        { value: 'sharp', label: { zh: '犀利', en: 'Sharp' } },
        { value: 'storytelling', label: { zh: '叙事', en: 'Story' } },
      ],
    },
    {
      name: 'structure',
      control: 'select',
      width: 'half',
      label: { zh: '文章结构', en: 'Structure' },
      options: [
        { value: 'auto', label: { zh: '由 AI 决定', en: 'Let the model decide' } },
        { value: 'argument', label: { zh: '观点论证', en: 'Argument' } },
        { value: 'list', label: { zh: '清单盘点', en: 'List' } },
        { value: 'story', label: { zh: '故事引入', en: 'Story first' } },
        { value: 'tutorial', label: { zh: '步骤教程', en: 'How-to' } },
        { value: 'interview', label: { zh: '问答访谈', en: 'Questions and answers' } },
      ],
    },
    {
      name: 'emoji',
      control: 'select',
      width: 'half',
      label: { zh: '表情符号', en: 'Emoji' },
      options: [
        { value: 'none', label: { zh: '不使用', en: 'None' } },
        { value: 'few', label: { zh: '少量点缀', en: 'A few' } },
        { value: 'rich', label: { zh: '丰富', en: 'Many' } },
      ],
    },
    {
      name: 'requirements',
      control: 'textarea',
      maxLength: 500,
      rows: 3,
      label: { zh: '补充要求', en: 'Further wishes' },
      placeholder: { zh: '例如：加入三个真实案例', en: 'For example: add three real cases' },
    },
    {
      name: 'ending',
      control: 'select',
      isAdvanced: true,
      width: 'half',
      label: { zh: '结尾引导', en: 'Call to action' },
      options: [
        { value: 'none', label: { zh: '不加', en: 'None' } },
        { value: 'follow', label: { zh: '引导关注', en: 'Follow us' } },
        { value: 'comment', label: { zh: '引导留言', en: 'Leave a comment' } },
        { value: 'share', label: { zh: '引导转发', en: 'Share' } },
        { value: 'product', label: { zh: '引导了解产品', en: 'See the product' } },
      ],
    },
    {
      name: 'language',
      control: 'select',
      isAdvanced: true,
      width: 'half',
      label: { zh: '语言', en: 'Language' },
      options: [
        { value: 'zh-CN', label: { zh: '简体中文', en: 'Simplified Chinese' } },
        { value: 'zh-TW', label: { zh: '繁体中文', en: 'Traditional Chinese' } },
        { value: 'en', label: { zh: '英文', en: 'English' } },
      ],
    },
    {
      name: 'outline',
      control: 'textarea',
      isAdvanced: true,
      maxLength: 1_000,
      rows: 4,
      label: { zh: '大纲', en: 'Outline' },
      hint: { zh: '一行一个小标题，留空则自动规划', en: 'One heading a line; left empty, it is planned for you' },
    },
    {
      name: 'reference',
      control: 'textarea',
      isAdvanced: true,
      maxLength: 5_000,
      rows: 4,
      label: { zh: '参考资料', en: 'Source material' },
      hint: { zh: '粘贴数据、原文或要点，文章以此为据', en: 'Paste data, texts or notes; the article builds on them' },
    },
  ],
})
