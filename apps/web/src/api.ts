import type { AppRouter } from '@mozhou/api/routers/index'
import { createApiClient } from '@mozhou/ui/app/api-client'
import { onSignedOut } from '@mozhou/ui/app/signed-out'

export const api = createApiClient<AppRouter>({ app: 'web', onSignedOut })
