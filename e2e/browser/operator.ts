import type { SessionTokensDto } from '@mozhou/contracts/accounts/answers'
import { browserStack, demoAccount } from './env.ts'

/** Over the API, by the seeded administrator: what a test needs done before it looks. */
export async function adjustCredits(userId: string, amount: number): Promise<void> {
  const input = { userId, amount, reason: 'e2e: 准备测试数据', requestKey: crypto.randomUUID() }
  await asAdmin('credits.adjust', input)
}

async function asAdmin(path: string, input: object): Promise<void> {
  await post(path, input, await (token ??= signIn()))
}

/** One sign-in per test worker: passwords are slow on purpose. */
let token: Promise<string> | undefined

async function signIn(): Promise<string> {
  const { username, password } = demoAccount('admin')
  return ((await post('auth.login', { login: username, password })) as SessionTokensDto).accessToken
}

async function post(path: string, input: object, bearer?: string): Promise<unknown> {
  const response = await fetch(`${browserStack.apiUrl}/trpc/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(bearer && { authorization: `Bearer ${bearer}` }) },
    body: JSON.stringify(input),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 400)}`)
  return (JSON.parse(text) as { result: { data: unknown } }).result.data
}
