import type { WordListVersionDto } from '@mozhou/contracts/platform-rules/answers'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { wordLists } from './queries.ts'

/** A new version of the list: told when it is there. */
export function useWordChange(change: {
  run: () => Promise<WordListVersionDto[]>
  done: (version: number) => string
  onDone: () => void
}) {
  const client = useQueryClient()
  return useMutation(() => ({
    mutationFn: change.run,
    onSuccess: (versions: WordListVersionDto[]) => {
      client.setQueryData(wordLists().queryKey, versions)
      toastSuccess({ title: change.done(versions[0]?.number ?? 0) })
      change.onDone()
    },
  }))
}
