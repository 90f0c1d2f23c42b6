import type { OrderDto } from '@mozhou/contracts/orders/answers'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Page } from '@mozhou/ui/app/page.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { CopyButton } from '@mozhou/ui/components/copy-button.tsx'
import { DetailsList } from '@mozhou/ui/components/details-list.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { useQueryClient } from '@tanstack/solid-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/solid-router'
import Printer from 'lucide-solid/icons/printer'
import { createEffect, Match, on, Show, Switch } from 'solid-js'
import { tellCoupons } from '../coupons/queries.ts'
import { Checkout } from './checkout.tsx'
import { OrderRefund } from './order-refund.tsx'
import { OrderStatusBadge } from './order-status-badge.tsx'
import { CheckoutChoice, ChosenRenewal } from './renewals/checkout-choice.tsx'
import { useI18n as useRenewalWords } from './renewals/words.ts'
import { orderById, tellPaid } from './queries.ts'
import { useOrderWords } from './use-order-words.ts'
import { useI18n } from './words.ts'

/** An order from the code to its receipt: the same address, whatever has become of it. */
export function OrderPage() {
  const { t } = useI18n()
  const client = useQueryClient()
  const params = useParams({ from: '/app/orders/$orderId' })
  const search = useSearch({ from: '/app/orders/$orderId' })
  const navigate = useNavigate()
  const order = useQuery(() => orderById(params().orderId))
  /** Kept in the address, so that it holds over a reload while the payment is made elsewhere. */
  const choose = (isChosen: boolean) => {
    const { renew: _renew, ...rest } = search()
    void navigate({
      to: '/orders/$orderId',
      params: params(),
      search: isChosen ? { ...rest, renew: true } : rest,
      replace: true,
    })
  }
  createEffect(
    on(
      () => order.data?.status,
      (status, before) => {
        if (before === 'pending' && status !== 'pending') void Promise.all([tellPaid(client), tellCoupons(client)])
      },
    ),
  )
  return (
    <Page title={t('orders.orderTitle')}>
      <div class="mx-auto flex max-w-2xl flex-col gap-5">
        <Loaded query={order}>
          {(data) => (
            <>
              <Standing order={data()} />
              <Show when={data().status === 'pending'}>
                <Show when={!data().isRenewal} fallback={<RenewalWaits />}>
                  <Show when={data().payableFen > 0} fallback={<FreeWaits />}>
                    <Checkout order={data()} />
                  </Show>
                  <Show when={data().kind === 'membership'}>
                    <CheckoutChoice order={data()} isChosen={search().renew === true} onChoose={choose} />
                  </Show>
                </Show>
              </Show>
              <Show when={data().status === 'fulfilled' && search().renew === true}>
                <ChosenRenewal order={data()} />
              </Show>
              <Show when={data().payableFen > 0}>
                <OrderRefund order={data()} />
              </Show>
              <Facts order={data()} />
              <div class="flex justify-end print:hidden">
                <Link
                  to="/support/new"
                  search={{ order: data().id }}
                  class={buttonClass({ variant: 'ghost', size: 'sm' })}
                >
                  {t('orders.askSupport')}
                </Link>
              </div>
            </>
          )}
        </Loaded>
      </div>
    </Page>
  )
}

function RenewalWaits() {
  const { t } = useRenewalWords()
  return <Notice tone="info">{t('renewals.orderWaits')}</Notice>
}

/** Nothing is to be paid: it is being given. */
function FreeWaits() {
  const { t } = useI18n()
  return <Notice tone="info">{t('orders.freeWaits')}</Notice>
}

function Standing(props: { order: OrderDto }) {
  const { t, number, date } = useI18n()
  const search = useSearch({ from: '/app/orders/$orderId' })
  const brought = () => {
    const { period, credits, bonusCredits } = props.order
    if (period !== null) return t('orders.paidMembership', date(period.endsAt))
    return bonusCredits === 0
      ? t('orders.paidRecharge', number(credits ?? 0))
      : t('orders.paidRechargeBonus', number(credits ?? 0), number(bonusCredits))
  }
  return (
    <>
      <Show when={props.order.abnormalReason}>
        {(reason) => <Notice tone="warning">{t(`orders.abnormalOf.${reason()}`)}</Notice>}
      </Show>
      <Switch>
        <Match when={props.order.status === 'fulfilled'}>
          <Notice
            tone="success"
            title={t('orders.paidTitle')}
            action={
              <Link to={search().next ?? '/writing'} class={buttonClass({ variant: 'primary' })}>
                {t(search().next === undefined ? 'orders.backToWriting' : 'orders.goBack')}
              </Link>
            }
          >
            {brought()}
          </Notice>
        </Match>
        <Match when={props.order.status === 'closed'}>
          <Notice
            tone="info"
            title={t('orders.closedTitle')}
            action={
              <Link to={props.order.kind === 'recharge' ? '/recharge' : '/membership'} class={buttonClass({})}>
                {t('orders.again')}
              </Link>
            }
          >
            {t('orders.closedHint')}
          </Notice>
        </Match>
      </Switch>
    </>
  )
}

function Facts(props: { order: OrderDto }) {
  const { t, money, number, exactTime } = useI18n()
  const words = useOrderWords()
  const discounts = ({ priceFen, payableFen, offerDiscountFen, couponDiscountFen, coupon }: OrderDto) => [
    ...(priceFen === payableFen ? [] : [{ label: t('orders.listPrice'), value: money(priceFen) }]),
    ...(offerDiscountFen === 0 ? [] : [{ label: t('orders.offer'), value: `−${money(offerDiscountFen)}` }]),
    ...(coupon === null || couponDiscountFen === 0
      ? []
      : [{ label: t('orders.coupon'), value: `−${money(couponDiscountFen)} · ${coupon.name}` }]),
  ]
  const rows = () => {
    const { order } = props
    const maybe = (label: string, iso: string | null) => (iso === null ? [] : [{ label, value: exactTime(iso) }])
    return [
      { label: t('orders.what'), value: words(order) },
      ...discounts(order),
      { label: t('orders.price'), value: money(order.payableFen) },
      {
        label: t('orders.channel'),
        value:
          order.channel === null
            ? t(order.payableFen === 0 ? 'orders.noPayment' : 'orders.noChannel')
            : t(`orders.channelOf.${order.channel}`),
      },
      ...maybe(t('orders.createdAt'), order.createdAt),
      ...maybe(t('orders.paidAt'), order.paidAt),
      ...maybe(t('orders.closedAt'), order.closedAt),
      ...(order.plan === null
        ? []
        : [
            {
              label: t('orders.orderBenefits'),
              value: t(
                'orders.orderBenefitsOf',
                number(order.plan.benefits.dailyLimit),
                number(order.plan.benefits.concurrency),
              ),
            },
          ]),
      ...(order.period === null
        ? []
        : [
            {
              label: t('orders.period'),
              value: t('orders.periodOf', exactTime(order.period.startsAt), exactTime(order.period.endsAt)),
            },
          ]),
      ...order.refunds.map(({ amountFen, status }) => ({
        label: t('orders.refunds'),
        value: t('orders.refundOf', money(amountFen), t(`orders.refundStateOf.${status}`)),
      })),
      {
        label: t('orders.orderNo'),
        value: (
          <span class="inline-flex items-center gap-1 font-mono text-xs break-all">
            {order.orderNo}
            <CopyButton text={order.orderNo} label={t('orders.copyNo')} />
          </span>
        ),
      },
    ]
  }
  return (
    <Card
      title={words(props.order)}
      aside={
        <span class="flex items-center gap-2">
          <OrderStatusBadge status={props.order.status} />
          <Show when={props.order.paidAt !== null}>
            <Button
              size="sm"
              variant="ghost"
              icon={<Printer size={15} aria-hidden="true" />}
              onClick={() => window.print()}
            >
              {t('orders.print')}
            </Button>
          </Show>
        </span>
      }
    >
      <Show when={props.order.isSandbox}>
        <p class="mb-2 text-xs text-warning">{t('orders.sandbox')}</p>
      </Show>
      <DetailsList rows={rows()} />
    </Card>
  )
}
