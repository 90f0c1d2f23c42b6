import type { RebateFlagDto, RebateRowDto } from '@mozhou/contracts/referrals/answers'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { For, Show } from 'solid-js'
import { useI18n } from './words.ts'

const factNames = ['orders', 'people', 'devices', 'signups', 'rebates', 'refundedBp', 'host', 'discountFen'] as const

/** What speaks against a rebate and what was decided; for whoever may know. */
export function FlagList(props: { rebate: RebateRowDto }) {
  const { t } = useI18n()
  return (
    <Show when={props.rebate.flags} fallback={<p class="text-sm text-ink-3">{t('rebates.hidden')}</p>}>
      {(flags) => (
        <>
          <section>
            <h3 class="text-sm font-semibold">{t('rebates.flags')}</h3>
            <ul class="mt-2 space-y-2 text-sm">
              <For each={flags()} fallback={<li class="text-ink-3">{t('rebates.noFlags')}</li>}>
                {(flag) => <Flag flag={flag} />}
              </For>
            </ul>
          </section>
          <Decisions rebate={props.rebate} />
        </>
      )}
    </Show>
  )
}

function Flag(props: { flag: RebateFlagDto }) {
  const { t, number, money, exactTime } = useI18n()
  const worded = (name: (typeof factNames)[number], value: string | number) => {
    if (typeof value === 'string') return value
    if (name === 'refundedBp') return `${number(value / 100)} %`
    return name === 'discountFen' ? money(value) : number(value)
  }
  const facts = () =>
    factNames.flatMap((name) => {
      const value = props.flag.facts[name]
      return value === undefined ? [] : [t(`rebates.factOf.${name}`, worded(name, value))]
    })
  return (
    <li class="flex flex-wrap items-baseline gap-2">
      <Badge tone={props.flag.severity === 'high' ? 'danger' : 'neutral'}>
        {t(`rebates.severityOf.${props.flag.severity}`)}
      </Badge>
      <span>{t(`rebates.flagOf.${props.flag.rule}`)}</span>
      <span class="text-xs text-ink-3" title={exactTime(props.flag.createdAt)}>
        {[...facts(), t(`rebates.momentOf.${props.flag.moment}`)].join(' · ')}
      </span>
    </li>
  )
}

function Decisions(props: { rebate: RebateRowDto }) {
  const { t, exactTime } = useI18n()
  return (
    <Show when={props.rebate.decisions?.length}>
      <section>
        <h3 class="text-sm font-semibold">{t('rebates.decisions')}</h3>
        <ul class="mt-2 space-y-2 text-sm">
          <For each={props.rebate.decisions}>
            {({ decision, reason, actor, createdAt }) => (
              <li>
                {t(`rebates.decisionOf.${decision}`)} · @{actor} · {exactTime(createdAt)}
                <span class="block text-ink-2">{reason}</span>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
