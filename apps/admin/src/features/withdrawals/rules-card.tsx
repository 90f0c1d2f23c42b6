import { useQuery } from '@mozhou/ui/api/use-query'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { createSignal, Show } from 'solid-js'
import { usePermissions } from '../accounts/use-permissions.ts'
import { withdrawalRules } from './queries.ts'
import { RulesDialog } from './rules-dialog.tsx'
import { useI18n } from './words.ts'

/** Whether withdrawals are open, and within what; administrators change it. */
export function RulesCard() {
  const { t, money } = useI18n()
  const may = usePermissions()
  const rules = useQuery(() => withdrawalRules())
  const [isEditing, setIsEditing] = createSignal(false)
  return (
    <Card
      title={t('withdrawals.rules')}
      aside={
        <Show when={may('withdrawal:rules') && rules.data}>
          <Button size="sm" onClick={() => setIsEditing(true)}>
            {t('withdrawals.editRules')}
          </Button>
        </Show>
      }
    >
      <Loaded query={rules}>
        {(data) => (
          <div class="flex flex-wrap items-center gap-x-6 gap-y-2 text-sm">
            <Badge tone={data().isOn ? 'success' : 'neutral'}>
              {t(data().isOn ? 'withdrawals.on' : 'withdrawals.off')}
            </Badge>
            <Fact label={t('withdrawals.leastFen')} value={money(data().leastFen)} />
            <Fact label={t('withdrawals.dayFen')} value={money(data().dayFen)} />
            <Fact label={t('withdrawals.monthFen')} value={money(data().monthFen)} />
            <Fact label={t('withdrawals.reviewFromFen')} value={money(data().reviewFromFen)} />
            <Fact label={t('withdrawals.taxPolicy')} value={t(`withdrawals.policyOf.${data().taxPolicy}`)} />
          </div>
        )}
      </Loaded>
      <Show when={isEditing() && rules.data} keyed>
        {(data) => <RulesDialog rules={data} onClose={() => setIsEditing(false)} />}
      </Show>
    </Card>
  )
}

function Fact(props: { label: string; value: string }) {
  return (
    <span class="whitespace-nowrap">
      <span class="text-ink-3">{props.label} </span>
      <span class="tabular-nums">{props.value}</span>
    </span>
  )
}
