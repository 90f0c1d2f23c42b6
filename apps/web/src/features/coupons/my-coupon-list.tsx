import type { UserCouponDto } from '@mozhou/contracts/coupons/answers'
import type { UserCouponView } from '@mozhou/contracts/coupons/kinds'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Link } from '@tanstack/solid-router'
import { Match, Show, Switch } from 'solid-js'
import { CouponFace } from './coupon-face.tsx'
import { myCoupons } from './queries.ts'
import { useI18n } from './words.ts'

const emptyWords = { usable: 'noneUsable', used: 'noneUsed', over: 'noneOver' } as const

/** One part of what a person has. */
export function MyCouponList(props: { view: UserCouponView }) {
  const { t } = useI18n()
  const coupons = useInfiniteQuery(() => myCoupons(props.view))
  return (
    <DataTable
      caption={t(`coupons.${props.view}`)}
      columns={[]}
      query={coupons}
      card={(coupon) => <MyCoupon coupon={coupon} />}
      empty={
        <EmptyState
          title={t(`coupons.${emptyWords[props.view]}`)}
          description={t(`coupons.${emptyWords[props.view]}Hint`)}
        />
      }
    />
  )
}

function MyCoupon(props: { coupon: UserCouponDto }) {
  const { t, money, date, lastDay, exactTime } = useI18n()
  const isOver = () => !['unused', 'held'].includes(props.coupon.status)
  return (
    <CouponFace coupon={props.coupon} isOver={isOver()} action={<WhatNext coupon={props.coupon} />}>
      <p>
        <time title={exactTime(props.coupon.validUntil)}>
          {t('coupons.validFromTo', date(props.coupon.validFrom), lastDay(props.coupon.validUntil))}
        </time>
      </p>
      <Show when={props.coupon.status === 'held'}>
        <p class="text-warning">{t('coupons.heldBy')}</p>
      </Show>
      <Show when={props.coupon.status === 'used' && props.coupon.order}>
        {(order) => <p>{t('coupons.usedOff', money(order().discountFen))}</p>}
      </Show>
    </CouponFace>
  )
}

function WhatNext(props: { coupon: UserCouponDto }) {
  const { t } = useI18n()
  return (
    <Switch fallback={<Badge>{t(`coupons.statusOf.${props.coupon.status}`)}</Badge>}>
      <Match when={props.coupon.status === 'unused'}>
        <Link to={props.coupon.kind === 'membership' ? '/membership' : '/recharge'} class={buttonClass({ size: 'sm' })}>
          {t('coupons.use')}
        </Link>
      </Match>
      <Match when={props.coupon.order}>
        {(order) => (
          <Link to="/orders/$orderId" params={{ orderId: order().id }} class={buttonClass({ size: 'sm' })}>
            {t(props.coupon.status === 'held' ? 'coupons.goPay' : 'coupons.seeOrder')}
          </Link>
        )}
      </Match>
    </Switch>
  )
}
