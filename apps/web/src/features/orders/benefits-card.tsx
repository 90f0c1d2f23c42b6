import { featureWords } from '@mozhou/contracts/features/kinds'
import type { BenefitDto } from '@mozhou/contracts/orders/sale-answers'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Link } from '@tanstack/solid-router'
import Check from 'lucide-solid/icons/check'
import { For, Show } from 'solid-js'
import { membershipBenefits } from './queries.ts'
import { useI18n } from './words.ts'

/** What a membership brings, with its ceiling, where it is sold. */
export function BenefitsCard() {
  const { t } = useI18n()
  const benefits = useQuery(() => membershipBenefits())
  return (
    <Card title={t('orders.benefitsTitle')}>
      <Loaded query={benefits}>
        {(list) => (
          <ul class="flex flex-col gap-2.5 text-sm">
            <For each={list()}>
              {(benefit) => (
                <li class="flex gap-2">
                  <Check size={16} class="mt-1 shrink-0 text-success" aria-hidden="true" />
                  <span class="min-w-0">
                    <Benefit benefit={benefit} />
                  </span>
                </li>
              )}
            </For>
          </ul>
        )}
      </Loaded>
    </Card>
  )
}

/** Where a benefit is to be had. */
const pageOf: Partial<Record<BenefitDto['kind'], string>> = { support: '/support', early: '/', fair_use: '/credits' }

function Benefit(props: { benefit: BenefitDto }) {
  const { t } = useI18n()
  const words = useBenefitWords()
  return (
    <>
      {words(props.benefit)}
      <Show when={pageOf[props.benefit.kind]}>
        {(to) => (
          <Link to={to()} class="ml-1 whitespace-nowrap text-accent-text underline underline-offset-4">
            {t('orders.benefit.see')}
          </Link>
        )}
      </Show>
    </>
  )
}

function useBenefitWords(): (benefit: BenefitDto) => string {
  const { t, number, span, date, pick } = useI18n()
  return (benefit) => {
    switch (benefit.kind) {
      case 'free':
        return t('orders.benefit.free')
      case 'models':
        return t('orders.benefit.models', number(benefit.count))
      case 'queue':
        return t('orders.benefit.queue')
      case 'concurrency':
        return t('orders.benefit.concurrency', number(benefit.member), number(benefit.free))
      case 'support':
        return benefit.medianSeconds === null
          ? t('orders.benefit.support')
          : t('orders.benefit.supportWithin', span(benefit.medianSeconds), number(benefit.days))
      case 'early':
        return benefit.features.length === 0
          ? t('orders.benefit.earlyNone')
          : t(
              'orders.benefit.early',
              benefit.features
                .map(({ feature, since }) => t('orders.benefit.earlyOne', pick(featureWords[feature]), date(since)))
                .join(t('orders.benefit.and')),
            )
      case 'fair_use':
        return t('orders.benefit.fairUse', number(benefit.dailyLimit))
    }
  }
}
