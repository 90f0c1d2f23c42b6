import type { AttemptDto, ReceiptDto } from '@mozhou/contracts/generations/answers'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { useQuery } from '@mozhou/ui/api/use-query'
import { For, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'
import { receiptOf } from './queries.ts'

interface ReceiptDrawerProps {
  creationId: string
  isOpen: boolean
  onClose: () => void
}

export function ReceiptDrawer(props: ReceiptDrawerProps) {
  const { t } = useI18n()
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={() => props.onClose()}
      placement="drawer"
      size="sm"
      title={t('creations.receiptTitle')}
      description={t('creations.receiptHint')}
    >
      <ReceiptBody creationId={props.creationId} />
    </Dialog>
  )
}

function ReceiptBody(props: { creationId: string }) {
  const { t, signed } = useI18n()
  const receipt = useQuery(() => receiptOf(props.creationId))
  return (
    <Loaded query={receipt}>
      {(data) => (
        <div class="flex flex-col gap-4">
          <p class="flex items-baseline justify-between rounded-md bg-sunken px-4 py-3">
            <span class="text-sm text-ink-2">{t('creations.netCredits')}</span>
            <span class="text-lg font-semibold tabular-nums">
              {t('creations.creditsUsed', signed(data().netCredits))}
            </span>
          </p>
          <For each={data().generations}>{(row) => <GenerationReceipt row={row} />}</For>
        </div>
      )}
    </Loaded>
  )
}

function GenerationReceipt(props: { row: ReceiptDto['generations'][number] }) {
  const { t, number, signed, exactTime, shownError } = useI18n()
  const generation = () => props.row.generation
  const charge = () => {
    if (generation().coveredBy === 'membership') return t('writing.coveredByMembership')
    if (generation().coveredBy === 'continuation') return t('writing.coveredByContinuation')
    return t('writing.costCredits', number(generation().priceCredits))
  }
  return (
    <section class="rounded-md border border-line">
      <header class="flex flex-wrap items-center justify-between gap-2 border-b border-line px-4 py-2.5">
        <h3 class="text-sm font-semibold">
          {number(generation().ordinal)}. {t(`creations.generationKinds.${generation().kind}`)}
        </h3>
        <span class="flex items-center gap-2 text-sm">
          {charge()}
          <Show when={generation().refundedCredits > 0}>
            <Badge tone="success">{t('creations.refundedBadge', number(generation().refundedCredits))}</Badge>
          </Show>
        </span>
      </header>
      <div class="flex flex-col gap-3 px-4 py-3 text-sm">
        <Show when={generation().failure}>
          {(code) => <p class="text-danger">{shownError({ code: code(), params: {}, requestId: null, fields: [] })}</p>}
        </Show>
        <div>
          <h4 class="mb-1 text-xs font-medium text-ink-3">{t('creations.entries')}</h4>
          <ul class="divide-y divide-line">
            <For each={props.row.entries} fallback={<li class="text-ink-2">{t('creations.noEntries')}</li>}>
              {(entry) => (
                <li class="flex items-baseline justify-between gap-3 py-1.5">
                  <span>
                    {t(`entryKinds.${entry.kind}`)}
                    <span class="block text-xs text-ink-3">{exactTime(entry.createdAt)}</span>
                  </span>
                  <span class="text-right tabular-nums">
                    {signed(entry.amount)}
                    <span class="block text-xs text-ink-3">
                      {t('creations.balanceAfter', number(entry.balanceAfter))}
                    </span>
                  </span>
                </li>
              )}
            </For>
          </ul>
        </div>
        <div>
          <h4 class="mb-1 text-xs font-medium text-ink-3">{t('creations.attempts')}</h4>
          <ul class="divide-y divide-line">
            <For each={props.row.attempts} fallback={<li class="text-ink-2">{t('creations.noAttempts')}</li>}>
              {(attempt) => <AttemptRow attempt={attempt} />}
            </For>
          </ul>
        </div>
      </div>
    </section>
  )
}

const outcomeTone: Record<AttemptDto['outcome'], BadgeTone> = {
  running: 'accent',
  succeeded: 'success',
  failed: 'danger',
  stopped: 'neutral',
  lost: 'warning',
}

function AttemptRow(props: { attempt: AttemptDto }) {
  const { t, number, latency } = useI18n()
  const facts = () =>
    [
      t('creations.tokens', number(props.attempt.inputTokens), number(props.attempt.outputTokens)),
      props.attempt.isEstimated ? t('creations.estimated') : '',
      props.attempt.firstTokenMs === null ? '' : t('creations.firstToken', latency(props.attempt.firstTokenMs)),
      t('creations.took', latency(props.attempt.latencyMs)),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <li class="py-2">
      <p class="flex flex-wrap items-center gap-2">
        <span class="font-medium">{props.attempt.model}</span>
        <Badge tone={outcomeTone[props.attempt.outcome]}>
          {props.attempt.failureKind
            ? t(`creations.failureKinds.${props.attempt.failureKind}`)
            : t(`creations.attemptOutcomes.${props.attempt.outcome}`)}
        </Badge>
        <Show when={props.attempt.isSandbox}>
          <Badge tone="warning">{t('writing.modelSandbox')}</Badge>
        </Show>
      </p>
      <p class="mt-0.5 text-xs text-ink-3">{facts()}</p>
    </li>
  )
}
