import { vendorKeys } from '@mozhou/contracts/models/vendor-keys'
import type { UsageDimension } from '@mozhou/contracts/models/kinds'
import type { UsageGroupDto } from '@mozhou/contracts/models/usage-answers'
import { toolTitle } from '../prompts/tool-title.ts'
import { useI18n } from './words.ts'

/** What a group is called by people. */
export function useGroupName(): (by: UsageDimension, group: Pick<UsageGroupDto, 'key' | 'label'>) => string {
  const { t, pick } = useI18n()
  return (by, { key, label }) => {
    if (key === '') return t('usage.none')
    if (by === 'tool') return pick(toolTitle(key))
    const vendor = by === 'vendor' ? vendorKeys.find((candidate) => candidate === key) : undefined
    return vendor ? t(`vendors.${vendor}`) : label
  }
}
