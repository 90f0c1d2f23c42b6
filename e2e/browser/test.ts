import { termsVersion } from '@mozhou/contracts/accounts/terms'
import type { MeDto, SessionTokensDto } from '@mozhou/contracts/accounts/answers'
import type { APIRequestContext, Page } from '@playwright/test'
import { test as base } from '@playwright/test'
import type { AppApi } from './app-api.ts'
import { appApi } from './app-api.ts'
import { browserStack } from './env.ts'

export interface Creator {
  user: MeDto
  password: string
  api: AppApi
}

/** `creator` is somebody new with 50 credits, signed in to the creators' app in this test's own browser context. */
export const test = base.extend<{ creator: Creator }>({
  creator: async ({ page }, use) => {
    await use(await signUp(page.request))
  },
})

export { expect } from '@playwright/test'

/** A name and an address nobody else has. */
export function newAccount(): { username: string; email: string; password: string } {
  const username = `e2e-${crypto.randomUUID().slice(0, 13)}`
  return { username, email: `${username}@example.com`, password: 'correct horse 墨舟' }
}

/** Signs in every page that shares cookies with `request`. */
export async function signUp(
  request: APIRequestContext,
  webUrl = browserStack.webUrl,
  more: { referralCode?: string } = {},
): Promise<Creator> {
  const account = { ...newAccount(), ...more }
  const api = appApi(request, 'web', webUrl)
  const { user } = await api.mutate<SessionTokensDto>('auth.register', { ...account, acceptedTerms: termsVersion })
  return { user, password: account.password, api }
}

export async function signIn(page: Page, account: { username: string; password: string }): Promise<AppApi> {
  const api = appApi(page.request)
  await api.mutate('auth.login', { login: account.username, password: account.password })
  return api
}
