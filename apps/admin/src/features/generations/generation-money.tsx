import type { GenerationPageDto } from '@mozhou/contracts/generations/admin-answers'
import { Card } from '@mozhou/ui/components/card.tsx'
import { DetailsList } from '@mozhou/ui/components/details-list.tsx'
import { For, Show } from 'solid-js'
import { useI18n } from './words.ts'

/** What it cost and what was given back; the entries themselves for whoever may see ledgers. */
export function GenerationMoney(props: { generation: GenerationPageDto }) {
  const { t, number, signed, exactTime } = useI18n()
  const credits = (count: number) => t('receipt.credits', number(count))
  return (
    <Card title={t('generations.money')}>
      <DetailsList
        rows={[
          { label: t('generations.price'), value: credits(props.generation.priceCredits) },
          { label: t('generations.covered'), value: t(`generations.coverages.${props.generation.coveredBy}`) },
          { label: t('generations.charged'), value: credits(props.generation.chargedCredits) },
          { label: t('generations.refunded'), value: credits(props.generation.refundedCredits) },
        ]}
      />
      <Show when={props.generation.entries}>
        {(entries) => (
          <section class="mt-4">
            <h3 class="mb-1 text-xs font-medium text-ink-3">{t('generations.entries')}</h3>
            <ul class="divide-y divide-line text-sm">
              <For each={entries()} fallback={<li class="text-ink-3">{t('generations.noEntries')}</li>}>
                {(entry) => (
                  <li class="flex items-baseline justify-between gap-3 py-1.5">
                    <span class="min-w-0">
                      {t(`entryKinds.${entry.kind}`)}
                      <span class="block font-mono text-xs break-all text-ink-3">{entry.id}</span>
                      <span class="block text-xs text-ink-3">{exactTime(entry.createdAt)}</span>
                    </span>
                    <span class="shrink-0 text-right tabular-nums">
                      {signed(entry.amount)}
                      <span class="block text-xs text-ink-3">
                        {t('receipt.balanceAfter', number(entry.balanceAfter))}
                      </span>
                    </span>
                  </li>
                )}
              </For>
            </ul>
          </section>
        )}
      </Show>
    </Card>
  )
}
