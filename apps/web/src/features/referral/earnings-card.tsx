import { rebateStates } from '@mozhou/contracts/referrals/kinds'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Link } from '@tanstack/solid-router'
import { For, Show } from 'solid-js'
import { myStats } from './queries.ts'
import { useSumWords } from './use-sum-words.ts'
import { useI18n } from './words.ts'

export function EarningsCard() {
  const { t, number } = useI18n()
  const { sum } = useSumWords()
  const stats = useQuery(() => myStats())
  const hasCash = () => Object.values(stats.data?.earnings ?? {}).some(({ cashFen }) => cashFen > 0)
  return (
    <Card
      title={t('referral.earnings')}
      aside={
        <Show when={hasCash()}>
          <Link to="/withdrawals" class="text-sm text-accent-text hover:underline">
            {t('referral.toCash')}
          </Link>
        </Show>
      }
    >
      <Loaded query={stats}>
        {(data) => (
          <>
            <dl class="grid grid-cols-2 gap-4 sm:grid-cols-4">
              <For each={rebateStates}>
                {(state) => (
                  <div>
                    <dt class="text-sm text-ink-3">{t(`referral.stateOf.${state}`)}</dt>
                    <dd class="mt-1 text-lg font-semibold tabular-nums">{sum(data().earnings[state])}</dd>
                  </div>
                )}
              </For>
            </dl>
            <p class="mt-3 text-sm text-ink-2">{t('referral.conversion', `${number(data().conversionBp / 100)} %`)}</p>
          </>
        )}
      </Loaded>
    </Card>
  )
}
