import type { Wording } from '@mozhou/contracts/wording'
import type { Capability } from '@mozhou/integrations/publishing/account-port'
import { declareAi } from '@mozhou/platforms/adapt/declare-ai'
import type { PlatformKey, Route } from '@mozhou/platforms/platforms'

export interface ChosenRoute {
  route: Route
  /** Why it is no better; null where it is the best that the platform has. */
  reason: Wording | null
}

/** The best way on which what has to be declared of an AI can be; where there is none, the best one, for a rule to refuse. */
export function chooseRoute(platform: PlatformKey, capability: Capability, hasAi: boolean): ChosenRoute {
  const { route: best, otherRoutes, declarable, reason } = capability
  if (!hasAi) return { route: best, reason }
  const isDeclared = (way: Route) => declareAi(platform, way, declarable).made !== 'impossible'
  const route = [best, ...otherRoutes].find(isDeclared) ?? best
  return { route, reason: route === best ? reason : declaredByHand(platform, route, declarable) }
}

function declaredByHand(platform: PlatformKey, route: Route, declarable: boolean | null): Wording {
  const { option } = declareAi(platform, route, declarable)
  const named = option === null ? { zh: '', en: '' } : { zh: `“${option}”`, en: ` (“${option}”)` }
  return {
    zh: `作品有 AI 参与，平台的 AI 声明${named.zh}不能由接口勾选，要由你在平台页面上勾选后发布`,
    en: `An AI had a part in it, and the platform’s AI declaration${named.en} cannot be made by interface: you tick it there and publish`,
  }
}
