import { createAppQueryClient } from '@mozhou/ui/app/query-client'

export const queryClient = createAppQueryClient()
