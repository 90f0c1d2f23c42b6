import type { CartCouponsDto } from '@mozhou/contracts/coupons/answers'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { createUniqueId, For, Show } from 'solid-js'
import type { JSX } from 'solid-js'
import type { CouponChoiceState } from './create-coupon-choice.ts'
import { useCouponWords } from './use-coupon-words.ts'
import { useI18n } from './words.ts'

type Choice = CartCouponsDto['coupons'][number]

/** The coupons of a person at an order: one of those that fit, or none; the others say why not. Nothing where they have none. */
export function CouponChoice(props: { choice: CouponChoiceState }) {
  const { t, money, number } = useI18n()
  const name = createUniqueId()
  const all = () => props.choice.data()?.coupons ?? []
  const usable = () => all().filter(({ refusal }) => refusal === null)
  const others = () => all().filter(({ refusal }) => refusal !== null)
  return (
    <>
      <Refusal error={props.choice.error()} />
      <Show when={all().length > 0}>
        <fieldset class="flex flex-col gap-2">
          <legend class="mb-1.5 text-sm font-medium">{t('coupons.choice')}</legend>
          <Show when={usable().length > 0}>
            <div class="divide-y divide-line rounded-md border border-line">
              <For each={usable()}>
                {(choice) => (
                  <Option
                    name={name}
                    isChosen={props.choice.chosenId() === choice.coupon.id}
                    onChoose={() => props.choice.choose(choice.coupon.id)}
                  >
                    <Usable choice={choice} isBest={choice.coupon.id === props.choice.data()?.bestId} />
                  </Option>
                )}
              </For>
              <Option
                name={name}
                isChosen={props.choice.chosenId() === null}
                onChoose={() => props.choice.choose(null)}
              >
                {t('coupons.chooseNone')}
              </Option>
            </div>
          </Show>
          <Show when={others().length > 0}>
            <details class="text-xs text-ink-2">
              <summary class="cursor-pointer">{t('coupons.cannotUse', number(others().length))}</summary>
              <ul class="mt-1.5 flex flex-col gap-1.5">
                <For each={others()}>{(choice) => <Unusable choice={choice} />}</For>
              </ul>
            </details>
          </Show>
        </fieldset>
      </Show>
      <Show when={(props.choice.discountFen() ?? 0) > 0 && props.choice.data()}>
        {(data) => (
          <p class="flex items-baseline justify-between text-sm tabular-nums">
            <span class="text-ink-2">
              {t('coupons.list')} {money(data().listFen)}
              <Show when={data().restFen < data().listFen}>
                {' · '}
                {t('coupons.offer')} {t('coupons.saves', money(data().listFen - data().restFen))}
              </Show>
              {' · '}
              {t('coupons.choice')} {t('coupons.saves', money(props.choice.discountFen() ?? 0))}
            </span>
            <span class="font-semibold">
              {t('coupons.payable')} {money(props.choice.payableFen() ?? data().listFen)}
            </span>
          </p>
        )}
      </Show>
    </>
  )
}

function Option(props: { name: string; isChosen: boolean; onChoose: () => void; children: JSX.Element }) {
  return (
    <label class="flex cursor-pointer items-center gap-3 px-3 py-2.5 text-sm has-focus-visible:outline-2 has-focus-visible:outline-accent">
      <input
        type="radio"
        name={props.name}
        checked={props.isChosen}
        class="shrink-0 accent-accent"
        onChange={() => props.onChoose()}
      />
      <span class="min-w-0 flex-1">{props.children}</span>
    </label>
  )
}

function Usable(props: { choice: Choice; isBest: boolean }) {
  const { t, money, date } = useI18n()
  const words = useCouponWords()
  return (
    <span class="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
      <span class="min-w-0">
        <span class="font-medium wrap-anywhere">{props.choice.coupon.name}</span>
        <span class="block text-xs text-ink-3 tabular-nums">
          {words.terms(props.choice.coupon)} · {t('coupons.validUntil', date(props.choice.coupon.validUntil))}
        </span>
      </span>
      <span class="flex items-center gap-2 tabular-nums">
        <Show when={props.isBest}>
          <Badge tone="accent">{t('coupons.best')}</Badge>
        </Show>
        {t('coupons.saves', money(props.choice.discountFen))}
      </span>
    </span>
  )
}

function Unusable(props: { choice: Choice }) {
  const words = useCouponWords()
  return (
    <li class="wrap-anywhere">
      <span class="font-medium">{props.choice.coupon.name}</span> · {words.worth(props.choice.coupon)}
      <Show when={props.choice.refusal}>{(refusal) => <span class="block">{words.refusal(refusal())}</span>}</Show>
    </li>
  )
}
