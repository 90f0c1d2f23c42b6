import { Card } from '@mozhou/ui/components/card.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { ProgressBar } from '@mozhou/ui/components/progress-bar.tsx'
import { useQuery } from '@mozhou/ui/api/use-query'
import Gauge from 'lucide-solid/icons/gauge'
import { Show } from 'solid-js'
import { useI18n } from './words.ts'
import { myAllowance } from './queries.ts'

/** The limits a person is held to, and how much of each is taken. */
export function AllowanceCard() {
  const { t, number } = useI18n()
  const allowance = useQuery(() => myAllowance())
  const dayWords = (used: number, limit: number | null) =>
    limit === null ? t('credits.noLimit', number(used)) : t('credits.ofLimit', number(used), number(limit))
  return (
    <Card title={t('credits.allowance')} icon={<Gauge size={17} aria-hidden="true" />} class="h-full">
      <Loaded query={allowance}>
        {(data) => (
          <div class="flex flex-col gap-4">
            <Meter
              label={t('credits.underWay')}
              used={data().underWay}
              limit={data().concurrencyLimit}
              words={t('credits.ofLimit', number(data().underWay), number(data().concurrencyLimit))}
            />
            <Meter
              label={t('credits.lastDay')}
              used={data().lastDay}
              limit={data().dailyLimit}
              words={dayWords(data().lastDay, data().dailyLimit)}
            />
            <p class="text-xs text-ink-3">{t(data().isMember ? 'credits.memberLimits' : 'credits.freeLimits')}</p>
          </div>
        )}
      </Loaded>
    </Card>
  )
}

function Meter(props: { label: string; used: number; limit: number | null; words: string }) {
  return (
    <div>
      <p class="flex items-baseline justify-between gap-3 text-sm">
        <span class="text-ink-2">{props.label}</span>
        <span class="tabular-nums">{props.words}</span>
      </p>
      <Show when={props.limit !== null ? { limit: props.limit } : undefined}>
        {(bound) => (
          <ProgressBar
            kind="meter"
            class="mt-1.5"
            label={props.label}
            value={props.used}
            max={bound().limit}
            words={props.words}
            isHigh={props.used > bound().limit * 0.9}
          />
        )}
      </Show>
    </div>
  )
}
