import type { OfferDto } from '@mozhou/contracts/campaigns/answers'
import { leastRechargeFen, mostRechargeFen, creditsFor, rechargePresetsFen } from '@mozhou/contracts/orders/prices'
import { createRequestKeys } from '@mozhou/ui/api/request-key'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { NumberInput } from '@mozhou/ui/components/number-input.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { useNavigate, useSearch } from '@tanstack/solid-router'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../../api.ts'
import { myBalance } from '../../session/queries.ts'
import { OfferLine } from '../campaigns/offer-line.tsx'
import { campaignsKey, offerFor } from '../campaigns/queries.ts'
import { CouponChoice } from '../coupons/coupon-choice.tsx'
import { createCouponChoice } from '../coupons/create-coupon-choice.ts'
import { tellCoupons } from '../coupons/queries.ts'
import { tellOrder } from './queries.ts'
import { useI18n } from './words.ts'

const fenPerYuan = 100

interface RechargeAsked {
  amountFen: number
  userCouponId?: string
  payableFen?: number
  bonusCredits?: number
}

export function RechargePage() {
  const { t } = useI18n()
  return (
    <Page title={t('orders.rechargeTitle')} subtitle={t('orders.rechargeSubtitle')}>
      <div class="max-w-2xl">
        <RechargeForm />
      </div>
    </Page>
  )
}

function RechargeForm() {
  const { t, number, money } = useI18n()
  const client = useQueryClient()
  const navigate = useNavigate()
  const search = useSearch({ from: '/app/recharge' })
  const keys = createRequestKeys()
  const balance = useQuery(() => myBalance())
  const [yuan, setYuan] = createSignal(rechargePresetsFen[1] / fenPerYuan)
  const amountFen = () => yuan() * fenPerYuan
  const isTaken = () => Number.isInteger(yuan()) && amountFen() >= leastRechargeFen && amountFen() <= mostRechargeFen
  const bounds = [money(leastRechargeFen), money(mostRechargeFen)] as const
  const choice = createCouponChoice(() => ({
    kind: 'recharge',
    amountFen: isTaken() ? amountFen() : leastRechargeFen,
  }))
  const offer = useQuery(() => offerFor(isTaken() ? amountFen() : leastRechargeFen))
  const order = useMutation(() => ({
    mutationFn: (asked: RechargeAsked) => api.orders.recharge.mutate({ ...asked, requestKey: keys.keyFor(asked) }),
    onSuccess: async (made) => {
      keys.answered()
      await Promise.all([tellOrder(client, made), tellCoupons(client)])
      await navigate({ to: '/orders/$orderId', params: { orderId: made.id }, search: search() })
    },
    onError: async (error) => {
      keys.failed(error)
      // What a coupon or an offer does may have changed: the form shows it before it is pressed again.
      await tellCoupons(client)
      await client.invalidateQueries({ queryKey: campaignsKey })
    },
  }))
  const gets = (bonus: number) => number(creditsFor(amountFen()) + bonus)
  /** Where a coupon takes off more, the sum below says what is left. */
  const offerRestFen = ({ discountFen }: OfferDto) =>
    (choice.discountFen() ?? 0) > 0 ? null : amountFen() - discountFen
  /** With what was shown to be paid and given on top, where it is known: another amount is told instead of ordered. */
  const asked = (): RechargeAsked => {
    const [id, payableFen] = [choice.chosenId(), choice.payableFen()]
    const bonusCredits = offer.data?.bonusCredits ?? 0
    return {
      amountFen: amountFen(),
      ...(id !== null && { userCouponId: id }),
      ...(payableFen !== undefined && { payableFen }),
      ...(bonusCredits > 0 && { bonusCredits }),
    }
  }
  return (
    <Card>
      <form
        class="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          if (isTaken()) order.mutate(asked())
        }}
      >
        <Show when={balance.data}>
          {(data) => (
            <p class="flex items-baseline justify-between text-sm">
              <span class="text-ink-2">{t('orders.balanceNow')}</span>
              <span class="tabular-nums">{t('orders.credits', number(data().credits))}</span>
            </p>
          )}
        </Show>
        <Presets chosen={amountFen()} onChoose={(preset) => setYuan(preset / fenPerYuan)} />
        <Field
          label={t('orders.otherAmount')}
          hint={t('orders.otherHint', ...bounds)}
          error={isTaken() ? null : t('orders.rechargeInvalid', ...bounds)}
        >
          <NumberInput
            value={yuan()}
            onValueChange={setYuan}
            min={leastRechargeFen / fenPerYuan}
            max={mostRechargeFen / fenPerYuan}
            step={10}
            unit={t('orders.yuan')}
          />
        </Field>
        <Show when={isTaken() && offer.data}>
          {(found) => <OfferLine offer={found()} restFen={offerRestFen(found())} />}
        </Show>
        <CouponChoice choice={choice} />
        <Refusal error={order.error} />
        <Button type="submit" variant="primary" size="lg" isWide isPending={order.isPending} disabled={!isTaken()}>
          {isTaken()
            ? t('orders.rechargeAction', money(choice.payableFen() ?? amountFen()), gets(offer.data?.bonusCredits ?? 0))
            : t('orders.rechargeTitle')}
        </Button>
        <p class="text-xs text-ink-3">{t('orders.rechargeRules')}</p>
      </form>
    </Card>
  )
}

function Presets(props: { chosen: number; onChoose: (fen: number) => void }) {
  const { t, number, money } = useI18n()
  return (
    <div role="group" aria-label={t('orders.amount')} class="grid grid-cols-2 gap-3 sm:grid-cols-3">
      <For each={rechargePresetsFen}>
        {(preset) => (
          <button
            type="button"
            aria-pressed={props.chosen === preset}
            onClick={() => props.onChoose(preset)}
            class="flex flex-col items-start rounded-md border border-line px-4 py-3 text-left hover:bg-sunken aria-pressed:border-accent aria-pressed:bg-accent-soft"
          >
            <span class="text-lg font-semibold tabular-nums">{money(preset)}</span>
            <span class="text-xs text-ink-2 tabular-nums">{t('orders.credits', number(creditsFor(preset)))}</span>
          </button>
        )}
      </For>
    </div>
  )
}
