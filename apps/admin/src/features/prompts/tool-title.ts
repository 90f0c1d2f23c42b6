import type { Wording } from '@mozhou/contracts/wording'
import { tools } from '@mozhou/contracts/tools/registry'

/** A tool that was taken out still has calls: its key names it then. */
export function toolTitle(key: string): Wording {
  return Object.values(tools).find((tool) => tool.key === key)?.title ?? { zh: key, en: key }
}
