import type { ToolKey } from '@mozhou/contracts/tools/registry'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'

/** A tool brings its schema, and the schema brings zod: neither belongs in the first bytes of the app. */
const loaders: Record<ToolKey, () => Promise<ToolDefinition>> = {
  'wechat-article': () =>
    import('@mozhou/contracts/tools/wechat-article/tool').then((module) => module.wechatArticle as ToolDefinition),
  'xiaohongshu-note': () =>
    import('@mozhou/contracts/tools/xiaohongshu-note/tool').then((module) => module.xiaohongshuNote as ToolDefinition),
  'official-document': () =>
    import('@mozhou/contracts/tools/official-document/tool').then(
      (module) => module.officialDocument as ToolDefinition,
    ),
  'academic-paper': () =>
    import('@mozhou/contracts/tools/academic-paper/tool').then((module) => module.academicPaper as ToolDefinition),
  'marketing-copy': () =>
    import('@mozhou/contracts/tools/marketing-copy/tool').then((module) => module.marketingCopy as ToolDefinition),
  'press-release': () =>
    import('@mozhou/contracts/tools/press-release/tool').then((module) => module.pressRelease as ToolDefinition),
  'video-script': () =>
    import('@mozhou/contracts/tools/video-script/tool').then((module) => module.videoScript as ToolDefinition),
  story: () => import('@mozhou/contracts/tools/story/tool').then((module) => module.story as ToolDefinition),
  'business-plan': () =>
    import('@mozhou/contracts/tools/business-plan/tool').then((module) => module.businessPlan as ToolDefinition),
  'work-report': () =>
    import('@mozhou/contracts/tools/work-report/tool').then((module) => module.workReport as ToolDefinition),
  resume: () => import('@mozhou/contracts/tools/resume/tool').then((module) => module.resume as ToolDefinition),
  'lesson-plan': () =>
    import('@mozhou/contracts/tools/lesson-plan/tool').then((module) => module.lessonPlan as ToolDefinition),
  rewrite: () => import('@mozhou/contracts/tools/rewrite/tool').then((module) => module.rewrite as ToolDefinition),
  translation: () =>
    import('@mozhou/contracts/tools/translation/tool').then((module) => module.translation as ToolDefinition),
}

export function isToolKey(key: string): key is ToolKey {
  return Object.hasOwn(loaders, key)
}

/** null when there is no such tool. */
export async function loadTool(key: string): Promise<ToolDefinition | null> {
  return isToolKey(key) ? loaders[key]() : null
}
