import type { DryRunDto } from '@mozhou/contracts/campaigns/admin-answers'
import { campaignLimits } from '@mozhou/contracts/campaigns/kinds'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { DetailsList } from '@mozhou/ui/components/details-list.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { NumberInput } from '@mozhou/ui/components/number-input.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { useMutation } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../../api.ts'
import { PersonLink } from '../accounts/person-link.tsx'
import { useAmount } from './campaign-columns.tsx'
import { toInput } from './campaign-form-values.ts'
import type { CampaignValues } from './campaign-form-values.ts'
import { useI18n } from './words.ts'

/** What the form as it stands would have cost in past days. */
export function DryRunCard(props: { values: CampaignValues; onRefused: (cause: unknown) => void }) {
  const { t } = useI18n()
  const [days, setDays] = createSignal(30)
  const run = useMutation(() => ({
    mutationFn: (): Promise<DryRunDto> => {
      const { rule, limits, audience, budget } = toInput(props.values)
      return api.campaigns.dryRun.mutate({ rule, limits, audience, budget, days: days() })
    },
    // What is wrong with a box of the form stands at that box.
    onError: (cause: unknown) => props.onRefused(cause),
  }))
  return (
    <Card title={t('campaigns.dryRun')} description={t('campaigns.dryRunHint')}>
      <div class="flex flex-col gap-4">
        <Field label={t('campaigns.dryRunDays')}>
          <NumberInput value={days()} onValueChange={setDays} min={1} max={campaignLimits.mostDryRunDays} />
        </Field>
        <div>
          <Button isPending={run.isPending} onClick={() => run.mutate()}>
            {t('campaigns.dryRunAction')}
          </Button>
        </div>
        <Refusal error={run.error} />
        <Show when={run.data}>{(data) => <Outcome result={data()} />}</Show>
      </div>
    </Card>
  )
}

function Outcome(props: { result: DryRunDto }) {
  const { t, number } = useI18n()
  const amount = useAmount()
  const lasts = () =>
    props.result.usedUpOn === null ? t('campaigns.lasts') : t('campaigns.usedUpOn', props.result.usedUpOn)
  return (
    <div role="status" class="flex flex-col gap-3">
      <p class="text-xs text-ink-3">{t('campaigns.days', props.result.from, props.result.to)}</p>
      <DetailsList
        rows={[
          { label: t('campaigns.wouldCost'), value: amount(props.result.cost, props.result.unit) },
          { label: t('campaigns.wouldWin'), value: number(props.result.winners) },
          { label: t('campaigns.wouldTimes'), value: number(props.result.times) },
          { label: t('campaigns.audienceNow'), value: number(props.result.audience) },
          { label: t('campaigns.budget'), value: lasts() },
        ]}
      />
      <Show when={props.result.top.length > 0}>
        <section>
          <h3 class="text-sm font-medium">{t('campaigns.topTakers')}</h3>
          <ol class="mt-1 flex flex-col gap-1 text-sm">
            <For each={props.result.top}>
              {(taker) => (
                <li class="flex justify-between gap-3 tabular-nums">
                  <PersonLink person={taker.person} />
                  <span>
                    {t('campaigns.topTimes', number(taker.times))} · {amount(taker.amount, props.result.unit)}
                  </span>
                </li>
              )}
            </For>
          </ol>
        </section>
      </Show>
    </div>
  )
}
