import { abnormalReasons, orderKinds, orderStatuses, payChannels } from '@mozhou/contracts/orders/kinds'
import { Select } from '@mozhou/ui/components/select.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { createSignal, onCleanup, untrack } from 'solid-js'
import type { OrderSearch, SearchChange } from './order-search.ts'
import { useI18n } from './words.ts'

const typingPauseMs = 300
const all = 'all'

export function OrderFilterBar(props: { search: OrderSearch; onChange: (part: SearchChange) => void }) {
  const { t } = useI18n()
  const [typed, setTyped] = createSignal(untrack(() => props.search.search ?? ''))
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  const type = (text: string) => {
    setTyped(text)
    clearTimeout(timer)
    timer = setTimeout(() => props.onChange({ search: text }), typingPauseMs)
  }
  const choice = (
    name: 'status' | 'kind' | 'channel' | 'abnormal',
    label: string,
    options: readonly { value: string; label: string }[],
  ) => (
    <Select
      class="w-36"
      label={label}
      value={props.search[name] ?? all}
      onValueChange={(value) => props.onChange({ [name]: value === all ? undefined : value })}
      options={[{ value: all, label }, ...options]}
    />
  )
  const day = (end: 'from' | 'to') => (
    <div class="w-38">
      <TextInput
        type="date"
        aria-label={t(`orders.${end}`)}
        title={t(`orders.${end}`)}
        value={props.search[end] ?? ''}
        onValueChange={(value) => props.onChange({ [end]: value })}
      />
    </div>
  )
  return (
    <div class="flex flex-wrap items-center gap-2 border-b border-line px-4 py-3">
      <div class="w-72 max-w-full">
        <TextInput
          type="search"
          aria-label={t('orders.search')}
          placeholder={t('orders.search')}
          value={typed()}
          onValueChange={type}
        />
      </div>
      {choice('abnormal', t('orders.anyCondition'), [
        { value: 'any', label: t('orders.needsFinance') },
        ...abnormalReasons.map((value) => ({ value, label: t(`orders.abnormalOf.${value}`) })),
      ])}
      {choice(
        'status',
        t('orders.anyStatus'),
        orderStatuses.map((value) => ({ value, label: t(`orders.statusOf.${value}`) })),
      )}
      {choice(
        'kind',
        t('orders.anyKind'),
        orderKinds.map((value) => ({ value, label: t(`orders.kindOf.${value}`) })),
      )}
      {choice(
        'channel',
        t('orders.anyChannel'),
        payChannels.map((value) => ({ value, label: t(`orders.channelOf.${value}`) })),
      )}
      <div class="flex items-center gap-2">
        {day('from')}
        <span class="text-ink-3" aria-hidden="true">
          –
        </span>
        {day('to')}
      </div>
    </div>
  )
}
