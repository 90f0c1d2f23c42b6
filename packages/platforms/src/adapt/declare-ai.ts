import { aiLabel } from '@mozhou/contracts/creations/ai-label'
import type { AiDeclaration } from '../platform-package.ts'
import type { PlatformKey, Route } from '../platforms.ts'

interface AiSwitch {
  /** As the platform's page names it. */
  option: string
  /** Routes that send it along; on the others a person ticks it, if they pass by the platform's page. */
  byInterface: readonly Route[]
}

/**
 * The platforms' own switches (/publishing rules of 2026-11; 知乎's and 快手's are read off their pages). No interface that is documented
 * takes one: neither draft/add nor create_video, photo/publish or article/publish has a field for it. 简书 has none at all.
 */
const switches: Readonly<Record<PlatformKey, AiSwitch | null>> = {
  wechat_official: { option: '创作来源：内容由 AI 生成', byInterface: [] },
  xiaohongshu: { option: '内容类型声明：含 AI 合成内容', byInterface: [] },
  douyin: { option: '自主声明：内容由AI生成', byInterface: [] },
  kuaishou: { option: '作者声明：内容为 AI 生成', byInterface: [] },
  toutiao: { option: '作品声明：AI 生成', byInterface: [] },
  baijiahao: { option: '声明：含AI生成内容', byInterface: [] },
  zhihu: { option: '创作声明：包含 AI 辅助创作', byInterface: [] },
  jianshu: null,
}

/** Where a person sees the platform's page before the work is out. */
const passesByPerson: Readonly<Record<Route, boolean>> = {
  api: false,
  api_draft: true,
  handoff: true,
  assisted: true,
  browser: true,
}

/**
 * How the declaration is made. `declarable` is what was found out of this account's interface: true where it does take the declaration,
 * false where even the page does not show the switch.
 */
export function declareAi(platform: PlatformKey, route: Route, declarable: boolean | null): AiDeclaration {
  const known = switches[platform]
  if (!known) return { label: aiLabel, option: null, made: declarable === false ? 'impossible' : 'no_option' }
  return { label: aiLabel, option: known.option, made: way(known, route, declarable) }
}

function way({ byInterface }: AiSwitch, route: Route, declarable: boolean | null): AiDeclaration['made'] {
  if (declarable === false) return 'impossible'
  if (passesByPerson[route]) return 'by_hand'
  return declarable === true || byInterface.includes(route) ? 'by_interface' : 'impossible'
}

/** A text that ends or begins with the label already is not labelled twice. */
export const hasLabel = (text: string): boolean => text.replaceAll(/\s/gu, '').includes(aiLabel)
