import { z } from 'zod'
import type { Wording } from './tool.ts'
import { wechatArticle } from './wechat-article.ts'

/** Every writing tool. A key here without a prompt in the domain does not compile. */
export const tools = {
  'wechat-article': wechatArticle,
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
