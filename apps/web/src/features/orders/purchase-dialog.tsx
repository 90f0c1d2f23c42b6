import type { PlanDto } from '@mozhou/contracts/orders/answers'
import { ConfirmDialog } from '@mozhou/ui/components/confirm-dialog.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { CouponChoice } from '../coupons/coupon-choice.tsx'
import { createCouponChoice } from '../coupons/create-coupon-choice.ts'
import { useI18n } from '../coupons/words.ts'

export interface MembershipAsked {
  planId: string
  userCouponId?: string
  payableFen?: number
}

interface PurchaseDialogProps {
  plan: PlanDto
  error: unknown
  isPending: boolean
  onOrder: (asked: MembershipAsked) => void
  onClose: () => void
}

/** Before a membership is ordered by whoever has coupons: which one, and what is left to pay. */
export function PurchaseDialog(props: PurchaseDialogProps) {
  const { t, money, pick } = useI18n()
  const choice = createCouponChoice(() => ({ kind: 'membership', planId: props.plan.id }))
  function confirm(): void {
    const [id, payableFen] = [choice.chosenId(), choice.payableFen()]
    props.onOrder({
      planId: props.plan.id,
      ...(id !== null && { userCouponId: id }),
      ...(payableFen !== undefined && { payableFen }),
    })
  }
  return (
    <ConfirmDialog
      isOpen
      onClose={() => props.onClose()}
      title={t('coupons.confirmTitle', pick(props.plan.name))}
      description={t('coupons.confirmHint')}
      action={t('coupons.confirm', money(choice.payableFen() ?? props.plan.priceFen))}
      isPending={props.isPending}
      onConfirm={confirm}
    >
      <div class="flex flex-col gap-4">
        <CouponChoice choice={choice} />
        <Refusal error={props.error} />
      </div>
    </ConfirmDialog>
  )
}
