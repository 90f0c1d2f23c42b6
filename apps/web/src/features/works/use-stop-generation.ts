import { useMutation } from '@tanstack/solid-query'
import { api } from '../../api.ts'

export function useStopGeneration() {
  return useMutation(() => ({
    mutationFn: (generationId: string) => api.writing.stop.mutate({ generationId }),
  }))
}
