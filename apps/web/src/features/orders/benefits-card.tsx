import { featureWords } from '@mozhou/contracts/features/kinds'
import type { BenefitDto, MembershipBenefitsDto } from '@mozhou/contracts/orders/sale-answers'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Link } from '@tanstack/solid-router'
import Check from 'lucide-solid/icons/check'
import { For, Show } from 'solid-js'
import { membershipBenefits } from './queries.ts'
import { useI18n } from './words.ts'

/** What the person's own months bring, as they were bought; and what buying brings now, with its ceiling, where it is sold. */
export function BenefitsCards() {
  const { t } = useI18n()
  const benefits = useQuery(() => membershipBenefits())
  return (
    <div class="flex flex-col gap-5">
      <Show when={benefits.data?.mine}>{(mine) => <MyBenefits mine={mine()} />}</Show>
      <Card title={t('orders.benefitsTitle')}>
        <Loaded query={benefits}>{(data) => <OnSale benefits={data()} />}</Loaded>
      </Card>
    </div>
  )
}

function MyBenefits(props: { mine: MembershipBenefitsDto['mine'] }) {
  const { t, date } = useI18n()
  return (
    <Show when={props.mine.length > 0}>
      <Card title={t('orders.myBenefitsTitle')}>
        <div class="flex flex-col gap-4">
          <For each={props.mine}>
            {({ startsAt, endsAt, benefits }, index) => (
              <section>
                <h3 class="mb-2 text-sm text-ink-2">
                  {index() === 0
                    ? t('orders.myBenefitsUntil', date(endsAt))
                    : t('orders.myBenefitsFrom', date(startsAt), date(endsAt))}
                </h3>
                <BenefitList benefits={benefits} />
              </section>
            )}
          </For>
        </div>
      </Card>
    </Show>
  )
}

function OnSale(props: { benefits: MembershipBenefitsDto }) {
  const { t, pick } = useI18n()
  const groups = () => props.benefits.onSale
  const isMine = () => {
    const [first, ...more] = props.benefits.mine
    const [sold, ...others] = groups()
    if (!first || !sold || more.length + others.length > 0) return false
    return JSON.stringify(first.benefits) === JSON.stringify(sold.benefits)
  }
  return (
    <>
      <Show when={!isMine()} fallback={<p class="text-sm">{t('orders.sameBenefits')}</p>}>
        <div class="flex flex-col gap-4">
          <For each={groups()}>
            {({ plans, benefits }) => (
              <section>
                <Show when={groups().length > 1}>
                  <h3 class="mb-2 text-sm font-medium">
                    {plans.map(({ name }) => pick(name)).join(t('orders.benefit.and'))}
                  </h3>
                </Show>
                <BenefitList benefits={benefits} />
              </section>
            )}
          </For>
        </div>
      </Show>
      <p class="mt-3 text-xs text-ink-3">{t('orders.benefitsKept')}</p>
    </>
  )
}

function BenefitList(props: { benefits: readonly BenefitDto[] }) {
  return (
    <ul class="flex flex-col gap-2.5 text-sm">
      <For each={props.benefits}>
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
