import type { DeletionPreviewDto } from '@mozhou/contracts/account-deletion/answers'
import { queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'

export function deletionPreview() {
  return queryOptions({
    queryKey: ['account-deletion', 'preview'] as const,
    queryFn: ({ signal }): Promise<DeletionPreviewDto> => api.accountDeletion.preview.query(undefined, { signal }),
    // What is in the way is often over in a moment.
    staleTime: 0,
  })
}
