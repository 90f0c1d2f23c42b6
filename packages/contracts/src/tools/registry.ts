import { z } from 'zod'
import { businessPlan } from './business-plan.ts'
import { lessonPlan } from './lesson-plan.ts'
import { resume } from './resume.ts'
import { rewrite } from './rewrite.ts'
import { story } from './story.ts'
import { translation } from './translation.ts'
import { wechatArticle } from './wechat-article.ts'
import { workReport } from './work-report.ts'

/** Every writing tool. A key here without a prompt in the domain does not compile. */
export const tools = {
  'wechat-article': wechatArticle,
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
