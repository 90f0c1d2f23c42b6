import { usagePurposes, usageDimensions } from '@mozhou/contracts/models/kinds'
import { toolKeys } from '@mozhou/contracts/tools/registry'
import { vendorKeys } from '@mozhou/contracts/models/vendor-keys'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { Select } from '@mozhou/ui/components/select.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { useI18n } from './words.ts'
import { toolTitle } from '../prompts/tool-title.ts'
import type { UsageFilters } from './usage-filters.ts'

const any = 'any'

export function UsageFilterBar(props: { filters: UsageFilters; onChange: (filters: UsageFilters) => void }) {
  const { t, pick } = useI18n()
  const change = (part: Partial<UsageFilters>) => props.onChange({ ...props.filters, ...part })
  const day = (end: 'from' | 'to') => (
    <div class="w-38">
      <TextInput
        type="date"
        aria-label={t(`usage.${end}`)}
        title={t(`usage.${end}`)}
        value={props.filters[end]}
        onValueChange={(value) => change({ [end]: value })}
      />
    </div>
  )
  return (
    <div class="flex flex-wrap items-center gap-2">
      {day('from')}
      <span class="text-ink-3" aria-hidden="true">
        –
      </span>
      {day('to')}
      <div class="w-96 max-w-full">
        <Segmented
          label={t('usage.by')}
          value={props.filters.by}
          onValueChange={(by) => change({ by })}
          options={usageDimensions.map((value) => ({ value, label: t(`usage.dimensions.${value}`) }))}
        />
      </div>
      <Select
        class="w-36"
        label={t('usage.allVendors')}
        value={props.filters.vendor ?? any}
        onValueChange={(value) => change({ vendor: vendorKeys.find((vendor) => vendor === value) })}
        options={[
          { value: any, label: t('usage.allVendors') },
          ...vendorKeys.map((value) => ({ value, label: t(`vendors.${value}`) })),
        ]}
      />
      <Select
        class="w-36"
        label={t('usage.allTools')}
        value={props.filters.tool ?? any}
        onValueChange={(value) => change({ tool: value === any ? undefined : value })}
        options={[
          { value: any, label: t('usage.allTools') },
          ...toolKeys.map((value) => ({ value, label: pick(toolTitle(value)) })),
        ]}
      />
      <Select
        class="w-36"
        label={t('usage.allPurposes')}
        value={props.filters.purpose ?? any}
        onValueChange={(value) => change({ purpose: usagePurposes.find((purpose) => purpose === value) })}
        options={[
          { value: any, label: t('usage.allPurposes') },
          ...usagePurposes.map((value) => ({ value, label: t(`usage.purposes.${value}`) })),
        ]}
      />
    </div>
  )
}
