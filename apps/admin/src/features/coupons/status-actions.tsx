import type { CouponRowDto } from '@mozhou/contracts/coupons/admin-answers'
import type { CouponStatus } from '@mozhou/contracts/coupons/kinds'
import { Button } from '@mozhou/ui/components/button.tsx'
import { ConfirmDialog } from '@mozhou/ui/components/confirm-dialog.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../../api.ts'
import { couponsKey } from './queries.ts'
import { useI18n } from './words.ts'

type Deed = 'activate' | 'pause' | 'end' | 'remove'

const deedsOf: Record<CouponStatus, readonly Deed[]> = {
  draft: ['activate', 'remove'],
  active: ['pause', 'end'],
  paused: ['activate', 'end'],
  ended: [],
}
const statusAfter = { activate: 'active', pause: 'paused', end: 'ended' } as const

/** What can become of a coupon, each confirmed with what follows from it. */
export function StatusActions(props: { coupon: CouponRowDto; onGone: () => void }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const [asked, setAsked] = createSignal<Deed | null>(null)
  const act = useMutation(() => ({
    mutationFn: async (deed: Deed): Promise<unknown> => {
      const { id: couponId, version } = props.coupon
      return deed === 'remove'
        ? api.coupons.remove.mutate({ couponId })
        : api.coupons.update.mutate({ couponId, version, status: statusAfter[deed] })
    },
    onSuccess: async (_, deed) => {
      toastSuccess({ title: t(deed === 'remove' ? 'coupons.removed' : 'coupons.saved') })
      setAsked(null)
      if (deed === 'remove') props.onGone()
      await client.invalidateQueries({ queryKey: couponsKey })
    },
  }))
  return (
    <>
      <For each={deedsOf[props.coupon.status]}>
        {(deed) => (
          <Button
            variant={deed === 'activate' ? 'primary' : 'secondary'}
            onClick={() => {
              act.reset()
              setAsked(deed)
            }}
          >
            {t(`coupons.${deed}`)}
          </Button>
        )}
      </For>
      <Show when={asked()} keyed>
        {(deed) => (
          <ConfirmDialog
            isOpen
            onClose={() => setAsked(null)}
            title={`${t(`coupons.${deed}`)} · ${props.coupon.name}`}
            description={t(`coupons.${deed}Hint`)}
            action={t(`coupons.${deed}`)}
            isDanger={deed === 'end' || deed === 'remove'}
            isPending={act.isPending}
            onConfirm={() => act.mutate(deed)}
          >
            <Refusal error={act.error} />
          </ConfirmDialog>
        )}
      </Show>
    </>
  )
}
