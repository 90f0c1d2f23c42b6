import { conversationLinkKinds, conversationStatuses, queueHolders } from '@mozhou/contracts/support/kinds'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { Select } from '@mozhou/ui/components/select.tsx'
import { Switch } from '@mozhou/ui/components/switch.tsx'
import type { JSX } from 'solid-js'
import { SearchBox } from '../../tables/filter-bar.tsx'
import type { QueueSearch, SearchChange } from './queue-search.ts'
import { useI18n } from './words.ts'

const any = 'any'

export function QueueFilterBar(props: {
  search: QueueSearch
  onChange: (part: SearchChange) => void
  /** What stands at the end. */
  children: JSX.Element
}) {
  const { t } = useI18n()
  const choice = (name: 'holder' | 'link', label: string, options: readonly { value: string; label: string }[]) => (
    <Select
      class="w-36"
      label={label}
      value={props.search[name] ?? any}
      onValueChange={(value) => props.onChange({ [name]: value === any ? undefined : value })}
      options={[{ value: any, label }, ...options]}
    />
  )
  return (
    <div class="flex flex-wrap items-center gap-2 border-b border-line px-4 py-3">
      <div class="w-80 max-w-full">
        <Segmented
          label={t('support.status')}
          value={props.search.status ?? 'waiting_for_us'}
          onValueChange={(status) => props.onChange({ status })}
          options={[
            ...conversationStatuses.map((value) => ({ value, label: t(`support.statusOf.${value}`) })),
            { value: 'all' as const, label: t('support.all') },
          ]}
        />
      </div>
      <SearchBox
        label={t('support.search')}
        value={props.search.search ?? ''}
        onChange={(search) => props.onChange({ search })}
      />
      {choice(
        'holder',
        t('support.anyHolder'),
        queueHolders.map((value) => ({ value, label: t(`support.holderOf.${value}`) })),
      )}
      {choice(
        'link',
        t('support.anyLink'),
        conversationLinkKinds.map((value) => ({ value, label: t(`support.linkKindOf.${value}`) })),
      )}
      <Switch
        label={t('support.membersOnly')}
        isOn={props.search.members === true}
        onChange={(isOn) => props.onChange({ members: isOn })}
      />
      <div class="ml-auto flex flex-wrap items-center gap-2">{props.children}</div>
    </div>
  )
}
