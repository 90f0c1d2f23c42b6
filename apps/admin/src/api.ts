import type { AppRouter } from '@mozhou/api/routers/index'
import { createApiClient } from '@mozhou/ui/api/api-client'
import { onSignedOut } from '@mozhou/ui/api/signed-out'

export const api = createApiClient<AppRouter>({ app: 'admin', onSignedOut })
