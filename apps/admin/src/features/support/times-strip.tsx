import type { AnswerTimeDto } from '@mozhou/contracts/support/answers'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Skeleton } from '@mozhou/ui/components/skeleton.tsx'
import { supportTimes } from './queries.ts'
import { useI18n } from './words.ts'

/** How quick we have been, and what waits. */
export function TimesStrip() {
  const { t, number } = useI18n()
  const times = useQuery(() => supportTimes())
  return (
    <Loaded query={times} skeleton={<Skeleton class="mb-4 h-20 w-full" />}>
      {(data) => (
        <dl class="mb-4 grid gap-3 sm:grid-cols-3">
          <Time label={t('support.timesTitle', number(data().days))} time={data().all} />
          <Time
            label={`${t('support.timesTitle', number(data().days))} · ${t('support.timesMembers')}`}
            time={data().members}
          />
          <Figure
            label={t('support.waiting')}
            value={number(data().waiting)}
            hint={t('support.untaken', number(data().untaken))}
          />
        </dl>
      )}
    </Loaded>
  )
}

function Time(props: { label: string; time: AnswerTimeDto }) {
  const { t, number, span } = useI18n()
  const value = () => (props.time.medianSeconds === null ? t('support.timesUnknown') : span(props.time.medianSeconds))
  const hint = () => t('support.timesAnswered', number(props.time.answered), number(props.time.opened))
  return <Figure label={props.label} value={value()} hint={hint()} />
}

function Figure(props: { label: string; value: string; hint: string }) {
  return (
    <div class="rounded-lg border border-line bg-surface px-4 py-3">
      <dt class="text-xs text-ink-3">{props.label}</dt>
      <dd class="mt-0.5 text-lg font-semibold tabular-nums">
        {props.value}
        <span class="ml-2 text-xs font-normal text-ink-3">{props.hint}</span>
      </dd>
    </div>
  )
}
