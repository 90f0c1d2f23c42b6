import type { AttemptDto, DeliveryDto, ReceiptDto } from '@mozhou/contracts/generations/answers'
import { For, Show } from 'solid-js'
import type { BadgeTone } from '../components/badge.tsx'
import { Badge } from '../components/badge.tsx'
import { useUiI18n } from '../i18n/i18n.tsx'

/** What a work cost and why: per generation its price, its entries and every model that was called. */
export function ReceiptBody(props: { receipt: ReceiptDto }) {
  const { t, signed } = useUiI18n()
  return (
    <div class="flex flex-col gap-4">
      <p class="flex items-baseline justify-between rounded-md bg-sunken px-4 py-3">
        <span class="text-sm text-ink-2">{t('receipt.netCredits')}</span>
        <span class="text-lg font-semibold tabular-nums">{t('receipt.credits', signed(props.receipt.netCredits))}</span>
      </p>
      <For each={props.receipt.generations}>{(row) => <GenerationReceipt row={row} />}</For>
    </div>
  )
}

function GenerationReceipt(props: { row: ReceiptDto['generations'][number] }) {
  const { t, pick, number, signed, exactTime, shownError } = useUiI18n()
  const generation = () => props.row.generation
  const charge = () => {
    if (generation().coveredBy === 'membership') return t('receipt.membership')
    if (generation().coveredBy === 'continuation') return t('receipt.continuation')
    return t('receipt.credits', number(generation().priceCredits))
  }
  const title = () => (props.row.delivery ? pick(props.row.delivery.title) : t(`generationKinds.${generation().kind}`))
  return (
    <section class="rounded-md border border-line">
      <header class="flex flex-wrap items-center justify-between gap-2 border-b border-line px-4 py-2.5">
        <h3 class="text-sm font-semibold">
          {number(generation().ordinal)}. {title()}
        </h3>
        <span class="flex items-center gap-2 text-sm">
          {charge()}
          <Show when={generation().refundedCredits > 0}>
            <Badge tone="success">{t('receipt.refunded', number(generation().refundedCredits))}</Badge>
          </Show>
        </span>
      </header>
      <div class="flex flex-col gap-3 px-4 py-3 text-sm">
        <Show when={generation().failure}>
          {(code) => <p class="text-danger">{shownError({ code: code(), params: {}, requestId: null, fields: [] })}</p>}
        </Show>
        <div>
          <h4 class="mb-1 text-xs font-medium text-ink-3">{t('receipt.entries')}</h4>
          <ul class="divide-y divide-line">
            <For each={props.row.entries} fallback={<li class="text-ink-2">{t('receipt.noEntries')}</li>}>
              {(entry) => (
                <li class="flex items-baseline justify-between gap-3 py-1.5">
                  <span>
                    {t(`entryKinds.${entry.kind}`)}
                    <span class="block text-xs text-ink-3">{exactTime(entry.createdAt)}</span>
                  </span>
                  <span class="text-right tabular-nums">
                    {signed(entry.amount)}
                    <span class="block text-xs text-ink-3">
                      {t('receipt.balanceAfter', number(entry.balanceAfter))}
                    </span>
                  </span>
                </li>
              )}
            </For>
          </ul>
        </div>
        <Show when={props.row.delivery}>{(delivery) => <Delivery delivery={delivery()} />}</Show>
        <div>
          <h4 class="mb-1 text-xs font-medium text-ink-3">{t('receipt.attempts')}</h4>
          <ul class="divide-y divide-line">
            <For each={props.row.attempts} fallback={<li class="text-ink-2">{t('receipt.noAttempts')}</li>}>
              {(attempt) => <AttemptRow attempt={attempt} isOfPictures={props.row.delivery !== undefined} />}
            </For>
          </ul>
        </div>
      </div>
    </section>
  )
}

/** What came of a run that is paid for by the picture, and the tasks that vendors had for it. */
function Delivery(props: { delivery: DeliveryDto }) {
  const { t, number, exactTime } = useUiI18n()
  return (
    <div>
      <h4 class="mb-1 text-xs font-medium text-ink-3">{t('receipt.delivery')}</h4>
      <p>
        {t('receipt.delivered', number(props.delivery.delivered), number(props.delivery.asked))}
        <span class="block text-xs text-ink-3">{t('receipt.filesKept', number(props.delivery.fileIds.length))}</span>
      </p>
      <ul class="mt-1 divide-y divide-line">
        <For each={props.delivery.calls}>
          {(call) => (
            <li class="py-1.5">
              {call.model} · {t(`receipt.callStates.${call.state}`)}
              <span class="block text-xs wrap-anywhere text-ink-3">
                {exactTime(call.sentAt)} · {call.taskId === null ? t('receipt.noTask') : t('receipt.task', call.taskId)}
              </span>
            </li>
          )}
        </For>
      </ul>
    </div>
  )
}

const outcomeTone: Record<AttemptDto['outcome'], BadgeTone> = {
  running: 'accent',
  succeeded: 'success',
  failed: 'danger',
  stopped: 'neutral',
  lost: 'warning',
}

function AttemptRow(props: { attempt: AttemptDto; isOfPictures: boolean }) {
  const { t, number, latency } = useUiI18n()
  const isLost = () => props.attempt.outcome === 'lost'
  const facts = () => {
    // Its figures are written when a call ends: until then they are the noughts that the row began with.
    if (isLost()) return t('receipt.unmeasured')
    if (props.attempt.outcome === 'running') return ''
    // A model of pictures reads and writes no tokens.
    const hasTokens = !props.isOfPictures || props.attempt.inputTokens + props.attempt.outputTokens > 0
    return [
      hasTokens && t('receipt.tokens', number(props.attempt.inputTokens), number(props.attempt.outputTokens)),
      hasTokens && props.attempt.isEstimated ? t('receipt.estimated') : '',
      props.attempt.firstTokenMs === null ? '' : t('receipt.firstToken', latency(props.attempt.firstTokenMs)),
      t('receipt.took', latency(props.attempt.latencyMs)),
    ]
      .filter(Boolean)
      .join(' · ')
  }
  return (
    <li class="py-2">
      <p class="flex flex-wrap items-center gap-2">
        <span class="font-medium">{props.attempt.model}</span>
        <Badge tone={outcomeTone[props.attempt.outcome]}>
          {/* The model is not to blame for a call that broke off on this side. */}
          {props.attempt.failureKind && !isLost()
            ? t(`failureKinds.${props.attempt.failureKind}`)
            : t(`attemptOutcomes.${props.attempt.outcome}`)}
        </Badge>
        <Show when={props.attempt.isSandbox}>
          <Badge tone="warning">{t('receipt.sandbox')}</Badge>
        </Show>
      </p>
      <p class="mt-0.5 text-xs text-ink-3">{facts()}</p>
    </li>
  )
}
