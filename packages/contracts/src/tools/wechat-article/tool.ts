import { z } from 'zod'
import { textLimit } from '../checks.ts'
import { wechatFields, wechatArticleInput } from './fields.ts'
import { defineTool } from '../tool.ts'
import { bodySection, summarySection, titleSection } from '../usual-sections.ts'

const wechatArticleOutput = z.object({
  title: z.string(),
  summary: z.string(),
  body: z.string(),
  keywords: z.array(z.string()),
})

/** Limits of the platform's own editor. */
const titleLimit = { most: 64, by: 'characters' } as const
const summaryLimit = { most: 120, by: 'characters' } as const
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
  isProse: true,
  lengthFrom: 'length',
  isAdvertising: true,
  sections: [
    titleSection('一行，不超过 30 个字', titleLimit),
    summarySection('一行，不超过 100 个字', summaryLimit),
    bodySection('Markdown 正文'),
    {
      field: 'keywords',
      marker: '关键词',
      as: 'list',
      label: { zh: '关键词', en: 'Keywords' },
      order: '3 到 6 个，用顿号分隔',
    },
  ],
  checks: (result) => [
    textLimit('wechat.title', result['title'], titleLimit, { zh: '标题字数', en: 'Title length' }, editorLimits),
    textLimit(
      'wechat.summary',
      result['summary'],
      summaryLimit,
      { zh: '摘要字数', en: 'Summary length' },
      editorLimits,
    ),
  ],
  fields: wechatFields,
})
