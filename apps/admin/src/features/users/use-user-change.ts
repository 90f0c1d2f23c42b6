import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { usersKey } from './queries.ts'

/** One change of one user: says that it is done, reads the list again, closes. */
export function useUserChange<Input, Answer>(options: {
  send: (input: Input) => Promise<Answer>
  done: (answer: Answer) => string
  onClose: () => void
}) {
  const client = useQueryClient()
  return useMutation(() => ({
    mutationFn: options.send,
    onSuccess: async (answer: Answer) => {
      toastSuccess({ title: options.done(answer) })
      options.onClose()
      await client.invalidateQueries({ queryKey: usersKey })
    },
  }))
}
