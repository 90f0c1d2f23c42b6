import { toastError, toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { useI18n } from '../../i18n/i18n.ts'
import { promptsKey } from './queries.ts'

/** One change of a prompt: told when it is done, read again either way. */
export function usePromptChange<Answer>(change: {
  run: () => Promise<Answer>
  done: (answer: Answer) => string
  onDone?: (answer: Answer) => void
}) {
  const { error } = useI18n()
  const client = useQueryClient()
  return useMutation(() => ({
    mutationFn: change.run,
    onSuccess: async (answer: Answer) => {
      toastSuccess({ title: change.done(answer) })
      await client.invalidateQueries({ queryKey: promptsKey })
      change.onDone?.(answer)
    },
    onError: (cause: unknown) => toastError({ title: error(cause) }),
  }))
}
