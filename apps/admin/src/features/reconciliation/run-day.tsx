import { Button } from '@mozhou/ui/components/button.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { toastError, toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { createSignal } from 'solid-js'
import { api } from '../../api.ts'
import { reconciliationKey } from './queries.ts'
import { useI18n } from './words.ts'

const dayMs = 86_400_000
const shanghaiOffsetMs = 8 * 3_600_000

/** Fetches and compares one day now: one that was missed, or one that is awaited. */
export function RunDay() {
  const { t, error } = useI18n()
  const client = useQueryClient()
  const [day, setDay] = createSignal(new Date(Date.now() + shanghaiOffsetMs - dayMs).toISOString().slice(0, 10))
  const run = useMutation(() => ({
    mutationFn: () => api.reconciliation.run.mutate({ day: day() }),
    onSuccess: async () => {
      toastSuccess({ title: t('reconciliation.started', day()) })
      await client.invalidateQueries({ queryKey: reconciliationKey })
    },
    onError: (cause) => toastError({ title: error(cause) }),
  }))
  return (
    <div class="flex items-center gap-2">
      <div class="w-38">
        <TextInput type="date" aria-label={t('reconciliation.day')} value={day()} onValueChange={setDay} />
      </div>
      <Button isPending={run.isPending} disabled={day() === ''} onClick={() => run.mutate()}>
        {t('reconciliation.run')}
      </Button>
    </div>
  )
}
