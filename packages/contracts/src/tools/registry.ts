import { z } from 'zod'
import { academicPaper } from './academic-paper/tool.ts'
import { marketingCopy } from './marketing-copy/tool.ts'
import { officialDocument } from './official-document/tool.ts'
import { pressRelease } from './press-release/tool.ts'
import { videoScript } from './video-script/tool.ts'
import { wechatArticle } from './wechat-article/tool.ts'
import { xiaohongshuNote } from './xiaohongshu-note/tool.ts'
import { businessPlan } from './business-plan/tool.ts'
import { lessonPlan } from './lesson-plan/tool.ts'
import { resume } from './resume/tool.ts'
import { rewrite } from './rewrite/tool.ts'
import { story } from './story/tool.ts'
import { translation } from './translation/tool.ts'
import { workReport } from './work-report/tool.ts'

/** Every writing tool. A key here without a prompt in the domain does not compile. */
export const tools = {
  'wechat-article': wechatArticle,
  'xiaohongshu-note': xiaohongshuNote,
  'official-document': officialDocument,
  'academic-paper': academicPaper,
  'marketing-copy': marketingCopy,
  'press-release': pressRelease,
  'video-script': videoScript,
  story,
  'business-plan': businessPlan,
  'work-report': workReport,
  resume,
  'lesson-plan': lessonPlan,
  rewrite,
  translation,
} as const

export type ToolKey = keyof typeof tools
export const toolKeys = Object.keys(tools) as [ToolKey, ...ToolKey[]]
export const toolKeyInput = z.enum(toolKeys)
