import type { BillDayDto } from '@mozhou/contracts/reconciliation/answers'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Match, Switch } from 'solid-js'
import { useI18n } from './words.ts'

/** What became of a day's bill, what is open before what is done. */
export function BillState(props: { bill: BillDayDto }) {
  const { t, number } = useI18n()
  return (
    <Switch fallback={<Badge tone="success">{t('reconciliation.agrees')}</Badge>}>
      <Match when={props.bill.openFindings > 0}>
        <Badge tone="danger">{t('reconciliation.open', number(props.bill.openFindings))}</Badge>
      </Match>
      <Match when={props.bill.status === 'waiting'}>
        <Badge tone="warning" title={props.bill.problem ?? ''}>
          {t('reconciliation.waiting')}
        </Badge>
      </Match>
      <Match when={props.bill.status === 'fetched'}>
        <Badge tone="accent">{t('reconciliation.comparing')}</Badge>
      </Match>
      <Match when={props.bill.lineCount === 0}>
        <Badge>{t(props.bill.kind === 'flow' ? 'reconciliation.emptyFlow' : 'reconciliation.emptyDay')}</Badge>
      </Match>
    </Switch>
  )
}
