import type { CouponDto } from '@mozhou/contracts/coupons/answers'
import { createRequestKeys } from '@mozhou/ui/api/request-key'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Button } from '@mozhou/ui/components/button.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { For, Show } from 'solid-js'
import { api } from '../../api.ts'
import { CouponFace } from './coupon-face.tsx'
import { claimableCoupons, tellCoupons } from './queries.ts'
import { useCouponWords } from './use-coupon-words.ts'
import { useI18n } from './words.ts'

/** What is there to be taken; what cannot be taken says why. */
export function ClaimableList() {
  const { t } = useI18n()
  const coupons = useQuery(() => claimableCoupons())
  const client = useQueryClient()
  const keys = createRequestKeys()
  const claim = useMutation(() => ({
    mutationFn: (couponId: string) => api.coupons.claim.mutate({ couponId, requestKey: keys.keyFor({ couponId }) }),
    onSuccess: async (given) => {
      keys.answered()
      toastSuccess({ title: t('coupons.claimed', given.name) })
      await tellCoupons(client)
    },
    onError: async (error) => {
      keys.failed(error)
      // What was refused is no longer what is shown.
      await tellCoupons(client)
    },
  }))
  return (
    <>
      <Refusal error={claim.error} />
      <Loaded query={coupons}>
        {(list) => (
          <Show
            when={list().length > 0}
            fallback={<EmptyState title={t('coupons.noneClaimable')} description={t('coupons.noneClaimableHint')} />}
          >
            <ul class="divide-y divide-line">
              <For each={list()}>
                {(coupon) => (
                  <li>
                    <Claimable
                      coupon={coupon}
                      isPending={claim.isPending && claim.variables === coupon.id}
                      onClaim={() => claim.mutate(coupon.id)}
                    />
                  </li>
                )}
              </For>
            </ul>
          </Show>
        )}
      </Loaded>
    </>
  )
}

function Claimable(props: { coupon: CouponDto; isPending: boolean; onClaim: () => void }) {
  const { t, number, date, lastDay } = useI18n()
  const words = useCouponWords()
  const valid = () => {
    const { validity } = props.coupon
    return validity.kind === 'days'
      ? t('coupons.validDays', number(validity.days))
      : t('coupons.validFromTo', date(validity.from), lastDay(validity.until))
  }
  return (
    <CouponFace
      coupon={props.coupon}
      action={
        <Button
          variant="primary"
          size="sm"
          aria-label={t('coupons.claimNamed', props.coupon.name)}
          isPending={props.isPending}
          disabled={props.coupon.refusal !== null}
          onClick={() => props.onClaim()}
        >
          {t('coupons.claim')}
        </Button>
      }
    >
      <p>
        {valid()} · {t('coupons.left', number(props.coupon.left))}
        <Show when={props.coupon.owned > 0}>
          {' · '}
          {t('coupons.owned', number(props.coupon.owned), number(props.coupon.perPersonLimit))}
        </Show>
      </p>
      <Show when={props.coupon.refusal}>{(refusal) => <p class="text-ink-2">{words.unclaimable(refusal())}</p>}</Show>
    </CouponFace>
  )
}
