import type { EntryKind } from '@mozhou/contracts/credits/kinds'
import { startOfDay } from '@mozhou/ui/i18n/format'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { Select } from '@mozhou/ui/components/select.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { createSignal, Show } from 'solid-js'
import { useI18n } from './words.ts'
import type { TransactionFilters } from './queries.ts'

/** The kinds that exist so far; the others come with orders, campaigns and referrals. */
const kinds: readonly EntryKind[] = ['consume', 'refund', 'gift_signup', 'gift_campaign', 'adjust']
const any = 'any'

interface TransactionFilterBarProps {
  filters: TransactionFilters
  onChange: (filters: TransactionFilters) => void
}

export function TransactionFilterBar(props: TransactionFilterBarProps) {
  const { t } = useI18n()
  const [days, setDays] = createSignal({ from: '', to: '' })
  const chooseDay = (end: 'from' | 'to', day: string) => {
    setDays({ ...days(), [end]: day })
    // `to` is the last day shown, the API's bound is the instant after it.
    props.onChange({ ...props.filters, [end]: day === '' ? undefined : startOfDay(day, end === 'to' ? 1 : 0) })
  }
  return (
    <div class="flex flex-wrap items-center gap-2 border-b border-line px-4 py-3">
      <div class="w-48">
        <Segmented<'any' | 'in' | 'out'>
          label={t('credits.direction')}
          value={props.filters.direction ?? any}
          onValueChange={(value) => props.onChange({ ...props.filters, direction: value === any ? undefined : value })}
          options={[
            { value: any, label: t('credits.all') },
            { value: 'in', label: t('credits.in') },
            { value: 'out', label: t('credits.out') },
          ]}
        />
      </div>
      <Select
        class="w-36"
        label={t('credits.kind')}
        value={props.filters.kind ?? any}
        onValueChange={(value) => props.onChange({ ...props.filters, kind: kinds.find((kind) => kind === value) })}
        options={[
          { value: any, label: t('credits.allKinds') },
          ...kinds.map((kind) => ({ value: kind, label: t(`entryKinds.${kind}`) })),
        ]}
      />
      <DayInput label={t('credits.from')} day={days().from} onChange={(day) => chooseDay('from', day)} />
      <span class="text-ink-3" aria-hidden="true">
        –
      </span>
      <DayInput label={t('credits.to')} day={days().to} onChange={(day) => chooseDay('to', day)} />
      <Show when={isFiltered(props.filters)}>
        <Button
          size="sm"
          variant="ghost"
          onClick={() => {
            setDays({ from: '', to: '' })
            props.onChange({})
          }}
        >
          {t('ui.clearFilters')}
        </Button>
      </Show>
    </div>
  )
}

function DayInput(props: { label: string; day: string; onChange: (day: string) => void }) {
  return (
    <div class="w-38">
      <TextInput
        type="date"
        aria-label={props.label}
        title={props.label}
        value={props.day}
        onValueChange={(day) => props.onChange(day)}
      />
    </div>
  )
}

export function isFiltered(filters: TransactionFilters): boolean {
  return Object.values(filters).some((value) => value !== undefined)
}
