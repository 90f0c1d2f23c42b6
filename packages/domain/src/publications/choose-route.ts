import type { Wording } from '@mozhou/contracts/wording'
import type { Capability } from '@mozhou/integrations/publishing/account-port'
import { declareAi } from '@mozhou/platforms/adapt/declare-ai'
import type { PlatformKey, Route } from '@mozhou/platforms/platforms'

export interface ChosenRoute {
  route: Route
  /** Why it is no better; null where it is the best that the platform has. */
  reason: Wording | null
}

/** What of a piece decides on its way. */
export interface Piece {
  platform: PlatformKey
  hasAi: boolean
  /** Where it stands already. */
  originUrl: string | null
}

/** The best way on which what has to be declared of an AI can be; where there is none, the best one, for a rule to refuse. */
export function chooseRoute(piece: Piece, capability: Capability): ChosenRoute {
  const { platform, hasAi } = piece
  const { route: best, otherRoutes, declarable, reason } = capability
  const isDeclared = (way: Route) => !hasAi || declareAi(platform, way, declarable).made !== 'impossible'
  const ways = [best, ...otherRoutes].filter((way) => isOpen(piece, way))
  const route = ways.find(isDeclared) ?? ways[0] ?? best
  if (route === best) return { route, reason }
  return { route, reason: isDeclared(best) ? wantsOrigin : declaredByHand(platform, route, declarable) }
}

/** 百家号's interface wants the address at which the piece stands already (article/publish, `origin_url`). */
const isOpen = ({ platform, originUrl }: Piece, way: Route): boolean =>
  platform !== 'baijiahao' || way !== 'api' || originUrl !== null

const wantsOrigin: Wording = {
  zh: '平台的接口要原文链接；填了才能直接发布，没有就由你在平台页面上发布',
  en: 'The platform’s interface wants the address where the piece stands already; without one you publish it on the platform’s page',
}

function declaredByHand(platform: PlatformKey, route: Route, declarable: boolean | null): Wording {
  const { option } = declareAi(platform, route, declarable)
  const named = option === null ? { zh: '', en: '' } : { zh: `“${option}”`, en: ` (“${option}”)` }
  return {
    zh: `作品有 AI 参与，平台的 AI 声明${named.zh}不能由接口勾选，要由你在平台页面上勾选后发布`,
    en: `An AI had a part in it, and the platform’s AI declaration${named.en} cannot be made by interface: you tick it there and publish`,
  }
}
