import type { PlanDto } from '@mozhou/contracts/orders/answers'
import { createRequestKeys } from '@mozhou/ui/api/request-key'
import { useInfiniteQuery, useQuery } from '@mozhou/ui/api/use-query'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { useNavigate, useSearch } from '@tanstack/solid-router'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../../api.ts'
import { myMembership } from '../accounts/queries.ts'
import { mayHaveCoupons, myCoupons, tellCoupons } from '../coupons/queries.ts'
import { PurchaseDialog } from './purchase-dialog.tsx'
import type { MembershipAsked } from './purchase-dialog.tsx'
import { RenewalCard } from './renewals/renewal-card.tsx'
import { plansOnSale, tellOrder } from './queries.ts'
import { BenefitsCards } from './benefits-card.tsx'
import { MembershipRecords } from './membership-records.tsx'
import { useI18n } from './words.ts'

export function MembershipPage() {
  const { t } = useI18n()
  return (
    <Page title={t('orders.membershipTitle')} subtitle={t('orders.membershipSubtitle')}>
      <div class="flex flex-col gap-5">
        <Standing />
        <Plans />
        <RenewalCard />
        <div class="grid items-start gap-5 lg:grid-cols-2">
          <BenefitsCards />
          <Questions />
        </div>
        <MembershipRecords />
      </div>
    </Page>
  )
}

function Standing() {
  const { t, date } = useI18n()
  const membership = useQuery(() => myMembership())
  const words = () => {
    const endsAt = membership.data?.endsAt ?? null
    return endsAt === null ? t('orders.notMember') : t('orders.memberUntil', date(endsAt))
  }
  return (
    <Show when={membership.data}>
      <Notice tone={membership.data?.isMember === true ? 'success' : 'info'}>{words()}</Notice>
    </Show>
  )
}

function Plans() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const search = useSearch({ from: '/app/membership' })
  const keys = createRequestKeys()
  const plans = useQuery(() => plansOnSale())
  const membership = useQuery(() => myMembership())
  // Asked for beforehand, so that it is known when somebody presses.
  useInfiniteQuery(() => myCoupons('usable'))
  const [asking, setAsking] = createSignal<string | null>(null)
  const [chosen, setChosen] = createSignal<PlanDto | null>(null)
  const order = useMutation(() => ({
    mutationFn: (asked: MembershipAsked) =>
      api.orders.purchaseMembership.mutate({ ...asked, requestKey: keys.keyFor(asked) }),
    onSuccess: async (made) => {
      keys.answered()
      await Promise.all([tellOrder(client, made), tellCoupons(client)])
      await navigate({ to: '/orders/$orderId', params: { orderId: made.id }, search: search() })
    },
    onError: async (error) => {
      keys.failed(error)
      await tellCoupons(client)
    },
  }))
  /** Whoever has coupons sees first what they do; whoever has none, orders at once. */
  async function buy(plan: PlanDto): Promise<void> {
    order.reset()
    setAsking(plan.id)
    const hasCoupons = await mayHaveCoupons(client)
    setAsking(null)
    if (hasCoupons) setChosen(plan)
    else order.mutate({ planId: plan.id, payableFen: plan.priceFen })
  }
  const pendingId = () => asking() ?? (order.isPending ? order.variables.planId : null)
  return (
    <>
      <Show when={chosen() === null}>
        <Refusal error={order.error} />
      </Show>
      <Loaded query={plans}>
        {(list) => (
          <ul class="grid gap-4 md:grid-cols-3">
            <For each={list()}>
              {(plan) => (
                <li>
                  <PlanCard
                    plan={plan}
                    isMember={membership.data?.isMember === true}
                    isPending={pendingId() === plan.id}
                    isBusy={pendingId() !== null}
                    onBuy={() => void buy(plan)}
                  />
                </li>
              )}
            </For>
          </ul>
        )}
      </Loaded>
      <Show when={chosen()} keyed>
        {(plan) => (
          <PurchaseDialog
            plan={plan}
            error={order.error}
            isPending={order.isPending}
            onOrder={(asked) => order.mutate(asked)}
            onClose={() => setChosen(null)}
          />
        )}
      </Show>
    </>
  )
}

interface PlanCardProps {
  plan: PlanDto
  isMember: boolean
  isPending: boolean
  isBusy: boolean
  onBuy: () => void
}

function PlanCard(props: PlanCardProps) {
  const { t, money, number, pick } = useI18n()
  const { plan } = props
  const action = () => t(props.isMember ? 'orders.renew' : 'orders.buy', money(plan.priceFen))
  return (
    <Card
      class="h-full"
      title={pick(plan.name)}
      aside={
        <Show when={plan.savedPercent > 0}>
          <Badge tone="accent">{t('orders.saved', number(plan.savedPercent))}</Badge>
        </Show>
      }
    >
      <p class="flex items-baseline gap-2">
        <span class="text-2xl font-semibold tabular-nums">{money(plan.priceFen)}</span>
        <Show when={plan.months > 1}>
          <span class="text-sm text-ink-3">{t('orders.months', number(plan.months))}</span>
        </Show>
      </p>
      <p class="mt-1 mb-4 text-sm text-ink-2 tabular-nums">
        {t('orders.perMonth', money(Math.ceil(plan.priceFen / plan.months)))}
      </p>
      <Button
        variant="primary"
        isWide
        isPending={props.isPending}
        disabled={props.isBusy}
        onClick={() => props.onBuy()}
      >
        {action()}
      </Button>
    </Card>
  )
}

function Questions() {
  const { t } = useI18n()
  const questions = [
    ['faqPeriod', 'faqPeriodAnswer'],
    ['faqDay', 'faqDayAnswer'],
    ['faqCredits', 'faqCreditsAnswer'],
    ['faqRefund', 'faqRefundAnswer'],
    ['faqMoneyBack', 'faqMoneyBackAnswer'],
  ] as const
  return (
    <Card title={t('orders.faqTitle')}>
      <div class="flex flex-col divide-y divide-line text-sm">
        <For each={questions}>
          {([question, answer]) => (
            <details class="py-2.5 first:pt-0 last:pb-0">
              <summary class="cursor-pointer font-medium">{t(`orders.${question}`)}</summary>
              <p class="mt-1.5 text-ink-2">{t(`orders.${answer}`)}</p>
            </details>
          )}
        </For>
      </div>
    </Card>
  )
}
