import type { OrderDto } from '@mozhou/contracts/orders/answers'
import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { ConfirmDialog } from '@mozhou/ui/components/confirm-dialog.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { formatElapsed } from '@mozhou/ui/i18n/format'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import { api } from '../../api.ts'
import { PayCode } from './pay-code.tsx'
import { paymentStart, payChannelsOffered, tellOrder } from './queries.ts'
import { useTimeLeft } from './use-time-left.ts'
import { useI18n } from './words.ts'

/** Where an order is paid: a channel, its code, the time that is left. */
export function Checkout(props: { order: OrderDto }) {
  const { t, money } = useI18n()
  const offered = useQuery(() => payChannelsOffered())
  const leftMs = useTimeLeft(() => props.order.expiresAt)
  return (
    <Card
      title={t('orders.checkoutTitle')}
      aside={
        <span class="text-sm text-ink-2 tabular-nums" role="timer">
          {leftMs() > 0 ? `${t('orders.timeLeft')} ${formatElapsed(leftMs())}` : t('orders.timeOver')}
        </span>
      }
    >
      <div class="flex flex-col items-center gap-4">
        <p class="text-2xl font-semibold tabular-nums">{money(props.order.payableFen)}</p>
        <Loaded query={offered}>
          {(data) => (
            <Show when={data().channels[0]} fallback={<Notice tone="warning">{t('orders.noChannels')}</Notice>}>
              {(first) => (
                <Channels
                  order={props.order}
                  names={data().channels.map(({ channel }) => channel)}
                  first={first().channel}
                />
              )}
            </Show>
          )}
        </Loaded>
        <Cancel order={props.order} />
      </div>
    </Card>
  )
}

function Channels(props: { order: OrderDto; names: readonly PayChannel[]; first: PayChannel }) {
  const { t } = useI18n()
  const [channel, setChannel] = createSignal(props.first)
  const start = useQuery(() => paymentStart(props.order.id, channel()))
  return (
    <>
      <div class="w-full max-w-xs">
        <Segmented
          label={t('orders.chooseChannel')}
          value={channel()}
          onValueChange={setChannel}
          options={props.names.map((value) => ({ value, label: t(`orders.channelOf.${value}`) }))}
        />
      </div>
      <Loaded query={start} skeleton={<p class="py-16 text-sm text-ink-3">{t('orders.loadingCode')}</p>}>
        {(data) => <PayCode start={data()} />}
      </Loaded>
    </>
  )
}

function Cancel(props: { order: OrderDto }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const [isAsked, setIsAsked] = createSignal(false)
  const cancel = useMutation(() => ({
    mutationFn: () => api.orders.cancel.mutate({ orderId: props.order.id }),
    onSuccess: (closed) => tellOrder(client, closed),
    onSettled: () => setIsAsked(false),
  }))
  return (
    <>
      <Refusal error={cancel.error} />
      <Button variant="ghost" size="sm" onClick={() => setIsAsked(true)}>
        {t('orders.cancel')}
      </Button>
      <ConfirmDialog
        isOpen={isAsked()}
        onClose={() => setIsAsked(false)}
        title={t('orders.cancel')}
        description={t('orders.cancelHint')}
        action={t('orders.cancel')}
        isPending={cancel.isPending}
        onConfirm={() => cancel.mutate()}
      />
    </>
  )
}
