import { z } from 'zod'
import { academicPaper } from './academic-paper.ts'
import { marketingCopy } from './marketing-copy.ts'
import { officialDocument } from './official-document.ts'
import { pressRelease } from './press-release.ts'
import { videoScript } from './video-script.ts'
import type { Wording } from './tool.ts'
import { wechatArticle } from './wechat-article.ts'
import { xiaohongshuNote } from './xiaohongshu-note.ts'
import { businessPlan } from './business-plan.ts'
import { lessonPlan } from './lesson-plan.ts'
import { resume } from './resume.ts'
import { rewrite } from './rewrite.ts'
import { story } from './story.ts'
import { translation } from './translation.ts'
import { workReport } from './work-report.ts'

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

/** A tool in the gallery. */
export interface ToolRowDto {
  key: ToolKey
  title: Wording
  description: Wording
  icon: string
}
