import type { Wording } from '@mozhou/contracts/wording'
import type { ContentType, PlatformKey } from '../../platforms.ts'
import { fromInterface, fromTools, lookedUp } from '../sources.ts'
import type { FinderKey, RuleField, RuleSource, RuleUnit, Severity } from '../rule.ts'

export interface FindingLine {
  /** Unique; two rules with one finder are told apart by it. */
  code: string
  finder: FinderKey
  severity: Severity
  inAdvertisement?: Severity
  platforms?: readonly PlatformKey[]
  types?: readonly ContentType[]
  field: RuleField
  unit?: RuleUnit
  from?: string
  source: RuleSource
  wording: Wording
}

/** Communities that take down what leads elsewhere; the others only may. */
export const strict: readonly PlatformKey[] = ['xiaohongshu', 'douyin', 'kuaishou', 'toutiao', 'baijiahao']
export const lenient: readonly PlatformKey[] = ['wechat_official', 'zhihu', 'jianshu']

export const law = (name: string): RuleSource => ({ kind: 'law', name, checkedOn: lookedUp })
export const communities = fromInterface('各平台社区规范：站外导流、联系方式、二维码')
export const editors = fromTools('各平台编辑器保留的排版；第三方工具的清理规则')
