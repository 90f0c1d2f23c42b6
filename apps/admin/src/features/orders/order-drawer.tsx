import type { OrderDetailDto } from '@mozhou/contracts/orders/admin-answers'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { DetailsList } from '@mozhou/ui/components/details-list.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { useQuery } from '@mozhou/ui/api/use-query'
import ExternalLink from 'lucide-solid/icons/external-link'
import { Link } from '@tanstack/solid-router'
import type { JSX } from 'solid-js'
import { createSignal, For, Show } from 'solid-js'
import { PersonLink } from '../accounts/person-link.tsx'
import { usePermissions } from '../accounts/use-permissions.ts'
import { NoticeBody, Verdict } from './notice-list.tsx'
import { OrderState, useOrderContent } from './order-columns.tsx'
import { orderDetail } from './queries.ts'
import { ResolveDialog } from './resolve-dialog.tsx'
import { useI18n } from './words.ts'

/** Everything there is of one order: money, what the channels told, what people decided, and the way to its run. */
export function OrderDrawer(props: { orderId: string; onClose: () => void }) {
  const { t } = useI18n()
  const order = useQuery(() => orderDetail(props.orderId))
  return (
    <Dialog isOpen onClose={() => props.onClose()} placement="drawer" size="lg" title={t('orders.detailTitle')}>
      <Loaded query={order}>{(loaded) => <Detail order={loaded()} />}</Loaded>
    </Dialog>
  )
}

function Detail(props: { order: OrderDetailDto }) {
  const { t, money, exactTime } = useI18n()
  const contentOf = useOrderContent()
  const moment = (iso: string | null) => (iso === null ? '—' : exactTime(iso))
  const discounts = () => {
    const { priceFen, payableFen, offerDiscountFen, couponDiscountFen, coupon } = props.order
    return [
      ...(priceFen === payableFen ? [] : [{ label: t('orders.listPrice'), value: money(priceFen) }]),
      ...(offerDiscountFen === 0 ? [] : [{ label: t('orders.offer'), value: `−${money(offerDiscountFen)}` }]),
      ...(coupon === null
        ? []
        : [
            {
              label: t('orders.coupon'),
              value: (
                <Link to="/coupons" search={{ view: 'given', search: coupon.id }} class="hover:underline">
                  −{money(couponDiscountFen)} · {coupon.name}
                </Link>
              ),
            },
          ]),
    ]
  }
  return (
    <div class="flex flex-col gap-5">
      <Attention order={props.order} />
      <DetailsList
        rows={[
          { label: t('orders.orderNo'), value: <code class="text-xs break-all">{props.order.orderNo}</code> },
          { label: t('orders.what'), value: contentOf(props.order) },
          { label: t('orders.status'), value: <OrderState order={props.order} /> },
          {
            label: t('orders.person'),
            value: (
              <>
                {props.order.person.displayName} <PersonLink person={props.order.person} />
              </>
            ),
          },
          ...discounts(),
          { label: t('orders.payable'), value: money(props.order.payableFen) },
          { label: t('orders.createdAt'), value: moment(props.order.createdAt) },
          { label: t('orders.expiresAt'), value: moment(props.order.expiresAt) },
          { label: t('orders.paidAt'), value: moment(props.order.paidAt) },
          { label: t('orders.closedAt'), value: moment(props.order.closedAt) },
          { label: t('orders.queriedAt'), value: moment(props.order.queriedAt) },
        ]}
      />
      <Show when={props.order.workflowUrl}>
        {(url) => (
          <a href={url()} target="_blank" rel="noreferrer" class={buttonClass({})}>
            <ExternalLink size={15} aria-hidden="true" />
            {t('orders.workflow')}
          </a>
        )}
      </Show>
      <Money order={props.order} />
      <Told order={props.order} />
    </div>
  )
}

function Attention(props: { order: OrderDetailDto }) {
  const { t } = useI18n()
  const may = usePermissions()
  const [isOpen, setIsOpen] = createSignal(false)
  return (
    <Show when={props.order.abnormalReason}>
      {(reason) => (
        <Notice
          tone="warning"
          title={t(`orders.abnormalOf.${reason()}`)}
          action={
            <Show when={may('order:resolve')}>
              <Button size="sm" onClick={() => setIsOpen(true)}>
                {t('orders.resolve')}
              </Button>
            </Show>
          }
        >
          {t(`orders.abnormalHintOf.${reason()}`)}
          <Show when={isOpen()}>
            <ResolveDialog order={props.order} onClose={() => setIsOpen(false)} />
          </Show>
        </Notice>
      )}
    </Show>
  )
}

function Section(props: { title: string; isEmpty: boolean; empty: string; children: JSX.Element }) {
  return (
    <section>
      <h3 class="mb-1 text-sm font-semibold">{props.title}</h3>
      <Show when={!props.isEmpty} fallback={<p class="text-sm text-ink-3">{props.empty}</p>}>
        <ul class="divide-y divide-line text-sm">{props.children}</ul>
      </Show>
    </section>
  )
}

function Money(props: { order: OrderDetailDto }) {
  const { t, money, exactTime } = useI18n()
  const numberOf = (id: string) => props.order.refundNumbers.find((refund) => refund.id === id)?.refundNo
  return (
    <>
      <Section title={t('orders.payments')} isEmpty={props.order.payments.length === 0} empty={t('orders.noPayments')}>
        <For each={props.order.payments}>
          {(payment) => (
            <li class="py-2">
              <span class="flex flex-wrap items-center gap-2">
                {t(`orders.channelOf.${payment.channel}`)} {money(payment.amountFen)}
                <Badge tone={payment.status === 'accepted' ? 'success' : 'warning'}>
                  {t(`orders.paymentOf.${payment.status}`)}
                </Badge>
                <span class="text-xs text-ink-3">{t(`orders.sourceOf.${payment.source}`)}</span>
              </span>
              <span class="block font-mono text-xs break-all text-ink-3">{payment.transactionId}</span>
              <span class="block text-xs text-ink-3">{exactTime(payment.paidAt)}</span>
            </li>
          )}
        </For>
      </Section>
      <Section title={t('orders.refunds')} isEmpty={props.order.refunds.length === 0} empty={t('orders.noRefunds')}>
        <For each={props.order.refunds}>
          {(refund) => (
            <li class="py-2">
              {money(refund.amountFen)} · {t(`orders.refundStateOf.${refund.status}`)}
              <span class="block font-mono text-xs break-all text-ink-3">{numberOf(refund.id)}</span>
              <span class="block text-xs text-ink-3">{exactTime(refund.endedAt ?? refund.createdAt)}</span>
            </li>
          )}
        </For>
      </Section>
    </>
  )
}

function Told(props: { order: OrderDetailDto }) {
  const { t, money, exactTime } = useI18n()
  return (
    <>
      <Section title={t('orders.notices')} isEmpty={props.order.notices.length === 0} empty={t('orders.noNotices')}>
        <For each={props.order.notices}>
          {(notice) => (
            <li class="py-2">
              <span class="mb-1 flex flex-wrap items-center gap-2 text-xs text-ink-3">
                {t(`orders.channelOf.${notice.channel}`)} {exactTime(notice.receivedAt)}
                <Verdict notice={notice} />
                {t('orders.times', String(notice.deliveries))}
              </span>
              <NoticeBody notice={notice} />
            </li>
          )}
        </For>
      </Section>
      <Section title={t('orders.starts')} isEmpty={props.order.starts.length === 0} empty={t('orders.noStarts')}>
        <For each={props.order.starts}>
          {(start) => (
            <li class="py-2">
              {t(`orders.channelOf.${start.channel}`)} · {t(`orders.wayOf.${start.way}`)}
              <span class="block text-xs text-ink-3">{exactTime(start.createdAt)}</span>
            </li>
          )}
        </For>
      </Section>
      <Show when={props.order.consent}>
        {(consent) => (
          <Section title={t('orders.consent')} isEmpty={false} empty="">
            <li class="py-2">
              {t('orders.consentOf', money(consent().priceFen), String(consent().months), consent().textVersion)}
              <span class="block text-xs text-ink-3">
                {exactTime(consent().agreedAt)} · {t('orders.tries', String(consent().tries))}
              </span>
              <span class="block font-mono text-xs break-all text-ink-3">
                {consent().externalNo} · {consent().agreementNo}
              </span>
            </li>
          </Section>
        )}
      </Show>
      <Section
        title={t('orders.resolutions')}
        isEmpty={props.order.resolutions.length === 0}
        empty={t('orders.noResolutions')}
      >
        <For each={props.order.resolutions}>
          {(done) => (
            <li class="py-2">
              {t(`orders.abnormalOf.${done.reason}`)} → {t(`orders.resolutionOf.${done.resolution}`)}
              <span class="block break-words text-ink-2">{done.note}</span>
              <span class="block text-xs text-ink-3">
                {done.actor} · {exactTime(done.createdAt)}
              </span>
            </li>
          )}
        </For>
      </Section>
    </>
  )
}
