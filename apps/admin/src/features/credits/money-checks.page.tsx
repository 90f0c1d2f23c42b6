import type { LedgerAuditDto, LedgerAuditsDto } from '@mozhou/contracts/credits/answers'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { ErrorState } from '@mozhou/ui/components/error-state.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { useQuery } from '@mozhou/ui/api/use-query'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import RotateCw from 'lucide-solid/icons/rotate-cw'
import { For, Show, createEffect, untrack } from 'solid-js'
import { moneyChecksMenu } from './menu.ts'
import { useI18n } from './words.ts'
import { ledgerAudits, useStartAudit } from './queries.ts'

type Check = LedgerAuditDto['checks'][number]
type Running = NonNullable<LedgerAuditsDto['running']>

export function MoneyChecksPage() {
  const { t, pick } = useI18n()
  const audits = useQuery(() => ledgerAudits())
  const start = useStartAudit()
  const answer = () => audits.data
  const isRunning = () => start.isPending || answer()?.running?.isStalled === false
  // A new installation has no audit before the first full hour.
  createEffect(() => {
    const isFirst = answer()?.last === null && answer()?.running === null
    if (isFirst) untrack(() => start.isIdle && start.mutate())
  })
  return (
    <Page
      title={pick(moneyChecksMenu.title)}
      subtitle={t('money.subtitle')}
      aside={
        <Button isPending={isRunning()} icon={<RotateCw size={15} aria-hidden="true" />} onClick={() => start.mutate()}>
          {t('money.runAgain')}
        </Button>
      }
    >
      <Loaded query={audits}>
        {(loaded) => (
          <div class="flex max-w-4xl flex-col gap-4">
            <Show when={start.isError}>
              <ErrorState error={start.error} onRetry={() => start.mutate()} isRetrying={start.isPending} />
            </Show>
            <Show when={loaded().running}>{(running) => <Progress running={running()} />}</Show>
            <Show when={loaded().last}>{(report) => <Report report={report()} />}</Show>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

function Progress(props: { running: Running }) {
  const { t, number } = useI18n()
  /** What was posted since it began may take it beyond what was expected. */
  const percent = () => Math.min(99, Math.floor((100 * props.running.checked) / Math.max(1, props.running.total)))
  return (
    <Show
      when={props.running.isStalled}
      fallback={
        <Notice tone="info" title={t('money.running')}>
          {t('money.progress', number(props.running.checked), String(percent()))}
        </Notice>
      }
    >
      <Notice tone="warning" title={t('money.stalled')}>
        {t('money.stalledHint')}
      </Notice>
    </Show>
  )
}

function Report(props: { report: LedgerAuditDto }) {
  const { t, number, exactTime, latency } = useI18n()
  const failed = () => props.report.checks.filter((check) => !check.isPassed).length
  return (
    <>
      <Show
        when={failed() === 0}
        fallback={
          <Notice tone="danger" title={t('money.someFailed', number(failed()))}>
            {t('money.someFailedHint')}
          </Notice>
        }
      >
        <Notice tone="success" title={t('money.allPassed')}>
          {t('money.allPassedHint', number(props.report.checks.length))}
        </Notice>
      </Show>
      <Card isFlush>
        <ul class="divide-y divide-line">
          <For each={props.report.checks}>{(check) => <CheckRow check={check} />}</For>
        </ul>
      </Card>
      <p class="text-xs text-ink-3">
        {t('money.ranAt', exactTime(props.report.ranAt), latency(props.report.durationMs))}
      </p>
    </>
  )
}

function CheckRow(props: { check: Check }) {
  const { t, number } = useI18n()
  const head = () => (
    <>
      <Badge tone={props.check.isPassed ? 'success' : 'danger'}>
        {props.check.isPassed ? t('money.passed') : t('money.failed')}
      </Badge>
      <span class="min-w-0 flex-1 basis-56 text-sm font-medium">{t(`money.checks.${props.check.check}`)}</span>
      <span class="text-xs text-ink-3 tabular-nums">{t('money.checked', number(props.check.checked))}</span>
    </>
  )
  return (
    <li>
      <Show
        when={props.check.findings.length > 0}
        fallback={<div class="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">{head()}</div>}
      >
        <details open class="group">
          <summary class="flex cursor-pointer list-none flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 -outline-offset-2 hover:bg-sunken/60">
            {head()}
            <span class="flex items-center gap-1 text-xs font-medium text-danger">
              {t('money.findings', number(props.check.findings.length))}
              <ChevronDown
                size={14}
                aria-hidden="true"
                class="transition-transform duration-150 group-open:rotate-180"
              />
            </span>
          </summary>
          <ul class="border-t border-line bg-sunken px-4 py-2">
            <For each={props.check.findings}>
              {(finding) => (
                <li class="py-1.5 text-xs">
                  <code class="font-mono break-all text-ink">{finding.id}</code>
                  <span class="ml-3 text-ink-2">{finding.detail}</span>
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
    </li>
  )
}
