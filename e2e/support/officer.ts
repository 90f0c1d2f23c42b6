import type { Api, ApiUser } from './api-client.ts'

/** What the seed calls them, with the passwords of a development machine (`packages/domain/src/seed/demo-accounts.ts`). */
const officers = {
  operator: { login: 'yunying', password: 'mozhou-yunying' },
  finance: { login: 'caiwu', password: 'mozhou-caiwu' },
  admin: { login: 'admin', password: 'mozhou-admin' },
} as const

export async function signInOfficer(api: Api, officer: keyof typeof officers): Promise<ApiUser> {
  return api.as((await api.login(officers[officer])).accessToken)
}
