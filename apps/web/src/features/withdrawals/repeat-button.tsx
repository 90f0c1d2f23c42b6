import { Button } from '@mozhou/ui/components/button.tsx'
import { toastError, toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { tellCash } from './queries.ts'
import { useI18n } from './words.ts'

/** The same money once more, to the account of now. */
export function RepeatButton(props: { withdrawalId: string }) {
  const { t, error } = useI18n()
  const client = useQueryClient()
  const repeat = useMutation(() => ({
    mutationFn: () => api.withdrawals.repeat.mutate({ withdrawalId: props.withdrawalId }),
    onSuccess: () => toastSuccess({ title: t('withdrawals.repeated') }),
    onError: (cause) => toastError({ title: error(cause) }),
    onSettled: () => tellCash(client),
  }))
  return (
    <Button size="sm" isPending={repeat.isPending} onClick={() => repeat.mutate()}>
      {t('withdrawals.repeat')}
    </Button>
  )
}
