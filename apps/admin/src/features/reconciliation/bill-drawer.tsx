import type { BillDetailDto, FindingDto } from '@mozhou/contracts/reconciliation/answers'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { DetailsList } from '@mozhou/ui/components/details-list.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Link } from '@tanstack/solid-router'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { usePermissions } from '../accounts/use-permissions.ts'
import { FindingDialog } from './finding-dialog.tsx'
import { billDetail } from './queries.ts'
import { BillState } from './bill-state.tsx'
import { useI18n } from './words.ts'

/** A day's bill of one channel: its sums, and every difference with what became of it. */
export function BillDrawer(props: { billId: string; onClose: () => void }) {
  const { t } = useI18n()
  const bill = useQuery(() => billDetail(props.billId))
  return (
    <Dialog isOpen onClose={() => props.onClose()} placement="drawer" size="lg" title={t('reconciliation.billTitle')}>
      <Loaded query={bill}>{(loaded) => <Detail bill={loaded()} />}</Loaded>
    </Dialog>
  )
}

function Detail(props: { bill: BillDetailDto }) {
  const { t, number, money, exactTime } = useI18n()
  const [settled, setSettled] = createSignal<FindingDto | null>(null)
  const moment = (iso: string | null) => (iso === null ? '—' : exactTime(iso))
  return (
    <div class="flex flex-col gap-5">
      <DetailsList
        rows={[
          { label: t('reconciliation.day'), value: props.bill.day },
          { label: t('reconciliation.channel'), value: t(`reconciliation.channelOf.${props.bill.channel}`) },
          { label: t('reconciliation.bill'), value: t(`reconciliation.billOf.${props.bill.kind}`) },
          { label: t('reconciliation.state'), value: <BillState bill={props.bill} /> },
          { label: t('reconciliation.lines'), value: number(props.bill.lineCount) },
          { label: t('reconciliation.matched'), value: number(props.bill.matched) },
          { label: t('reconciliation.rolled'), value: number(props.bill.rolled) },
          { label: t(`reconciliation.outOf.${props.bill.kind}`), value: money(props.bill.paidFen) },
          { label: t(`reconciliation.backOf.${props.bill.kind}`), value: money(props.bill.refundFen) },
          { label: t('reconciliation.fees'), value: money(props.bill.feeFen) },
          { label: t('reconciliation.fetchedAt'), value: moment(props.bill.fetchedAt) },
          { label: t('reconciliation.comparedAt'), value: moment(props.bill.comparedAt) },
          { label: t('reconciliation.problem'), value: props.bill.problem ?? '—' },
          { label: 'SHA-256', value: <code class="text-xs break-all">{props.bill.sha256 ?? '—'}</code> },
        ]}
      />
      <section>
        <h3 class="mb-1 text-sm font-semibold">{t('reconciliation.findings')}</h3>
        <Show
          when={props.bill.items.length > 0}
          fallback={<p class="text-sm text-ink-3">{t('reconciliation.noFindings')}</p>}
        >
          <ul class="divide-y divide-line text-sm">
            <For each={props.bill.items}>
              {(finding) => <Finding finding={finding} onSettle={() => setSettled(finding)} />}
            </For>
          </ul>
        </Show>
      </section>
      <Show when={settled()} keyed>
        {(finding) => <FindingDialog finding={finding} onClose={() => setSettled(null)} />}
      </Show>
    </div>
  )
}

function Finding(props: { finding: FindingDto; onSettle: () => void }) {
  const { t, money, exactTime } = useI18n()
  const may = usePermissions()
  const amount = (fen: number | null) => (fen === null ? t('reconciliation.none') : money(fen))
  return (
    <li class="flex flex-wrap items-start justify-between gap-3 py-3">
      <div class="min-w-0 flex-1 basis-64">
        <span class="flex flex-wrap items-center gap-2">
          <Badge tone={props.finding.resolution === null ? 'danger' : 'neutral'}>
            {t(`reconciliation.kindOf.${props.finding.kind}`)}
          </Badge>
          {t(`reconciliation.movementOf.${props.finding.movement}`)}
          <span class="text-xs text-ink-3">{exactTime(props.finding.at)}</span>
        </span>
        <span class="block text-ink-2">
          {t('reconciliation.ours', amount(props.finding.ourFen))} ·{' '}
          {t('reconciliation.theirs', amount(props.finding.theirFen))}
        </span>
        <FoundNumber finding={props.finding} />
        <span class="block font-mono text-xs break-all text-ink-3">
          {props.finding.refundNo ?? props.finding.transactionId}
        </span>
        <Show when={props.finding.resolution}>
          {(resolution) => (
            <span class="block text-xs text-ink-2">
              {t(`reconciliation.resolutionOf.${resolution()}`)}
              {props.finding.note === null ? '' : ` · ${props.finding.note}`}
              {props.finding.actor === null ? '' : ` · ${props.finding.actor}`}
            </span>
          )}
        </Show>
      </div>
      <Show when={props.finding.possibleResolutions.length > 0 && may('reconciliation:resolve')}>
        <Button size="sm" onClick={() => props.onSettle()}>
          {t('reconciliation.resolve')}
        </Button>
      </Show>
    </li>
  )
}

/** Leads to what it is the number of, where that is ours. */
function FoundNumber(props: { finding: FindingDto }) {
  const look = 'block rounded-sm font-mono text-xs break-all text-accent-text hover:underline'
  return (
    <Switch fallback={<span class="block font-mono text-xs break-all text-ink-3">{props.finding.orderNo}</span>}>
      <Match when={props.finding.orderId}>
        {(orderId) => (
          <Link to="/orders" search={{ order: orderId() }} class={look}>
            {props.finding.orderNo}
          </Link>
        )}
      </Match>
      <Match when={props.finding.withdrawalId}>
        {(withdrawalId) => (
          <Link to="/withdrawals" search={{ withdrawal: withdrawalId() }} class={look}>
            {props.finding.orderNo}
          </Link>
        )}
      </Match>
    </Switch>
  )
}
