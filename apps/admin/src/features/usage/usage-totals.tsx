import type { UsageFigures } from '@mozhou/contracts/models/usage-answers'
import type { JSX } from 'solid-js'
import { useI18n } from './words.ts'
import { useUsageWords } from './use-usage-words.ts'

export function UsageTotals(props: { figures: UsageFigures }) {
  const { t, number, cost } = useI18n()
  const { span, percent } = useUsageWords()
  return (
    <dl class="grid grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-7">
      <Figure label={t('usage.calls')}>{number(props.figures.calls)}</Figure>
      <Figure
        label={t('usage.errors')}
        small={t('usage.errorRate', percent(props.figures.errors, props.figures.calls))}
      >
        {number(props.figures.errors)}
      </Figure>
      <Figure label={t('usage.tokens')}>
        {number(props.figures.inputTokens)} / {number(props.figures.outputTokens)}
      </Figure>
      <Figure label={t('usage.pictures')}>{number(props.figures.pictures)}</Figure>
      <Figure label={t('usage.cost')}>{cost(props.figures.costMicroYuan)}</Figure>
      <Figure label={t('usage.latency')}>{span(props.figures.latencyP50Ms, props.figures.latencyP95Ms)}</Figure>
      <Figure label={t('usage.firstToken')}>
        {span(props.figures.firstTokenP50Ms, props.figures.firstTokenP95Ms)}
      </Figure>
    </dl>
  )
}

function Figure(props: { label: string; small?: string; children: JSX.Element }) {
  return (
    <div class="min-w-0 rounded-lg border border-line bg-surface px-4 py-3 shadow-soft">
      <dt class="text-xs text-ink-3">{props.label}</dt>
      <dd class="mt-1 text-lg font-semibold break-words tabular-nums">
        {props.children}
        <span class="ml-2 text-xs font-normal text-ink-3">{props.small}</span>
      </dd>
    </div>
  )
}
