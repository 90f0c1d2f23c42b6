import { Button } from '@mozhou/ui/components/button.tsx'
import { ConfirmDialog } from '@mozhou/ui/components/confirm-dialog.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import { api } from '../../api.ts'
import { rebatesKey } from './queries.ts'
import { useI18n } from './words.ts'

export function PayOutButton() {
  const { t, number } = useI18n()
  const client = useQueryClient()
  const [isAsking, setIsAsking] = createSignal(false)
  const payOut = useMutation(() => ({
    mutationFn: () => api.referrals.payOut.mutate(),
    onSuccess: async ({ paid, inReview }) => {
      setIsAsking(false)
      toastSuccess({ title: t('rebates.paidOut', number(paid), number(inReview)) })
      await client.invalidateQueries({ queryKey: rebatesKey })
    },
  }))
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>{t('rebates.payOut')}</Button>
      <Show when={isAsking()}>
        <ConfirmDialog
          isOpen
          onClose={() => setIsAsking(false)}
          title={t('rebates.payOutTitle')}
          description={t('rebates.payOutHint')}
          action={t('rebates.payOut')}
          isPending={payOut.isPending}
          onConfirm={() => payOut.mutate()}
        >
          <Refusal error={payOut.error} />
        </ConfirmDialog>
      </Show>
    </>
  )
}
