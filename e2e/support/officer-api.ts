import type { Stack } from './stack.ts'

/** What the seed calls them (`packages/domain/src/seed/demo-accounts.ts`), with the passwords of a development machine. */
const officers = {
  operator: { login: 'yunying', password: 'mozhou-yunying' },
  finance: { login: 'caiwu', password: 'mozhou-caiwu' },
  admin: { login: 'admin', password: 'mozhou-admin' },
} as const

/** An operator's calls to a stack of a test's own. */
export interface OfficerApi {
  query<T>(path: string): Promise<T>
  mutate<T>(path: string, input: object): Promise<T>
}

export async function officerApi(stack: Stack, officer: keyof typeof officers): Promise<OfficerApi> {
  const { accessToken } = await stack.http.login(officers[officer])
  const send = async <T>(path: string, body?: object): Promise<T> => {
    const answer = await fetch(`${stack.env['API_URL'] ?? ''}/trpc/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text.slice(0, 400)}`)
    return (JSON.parse(text) as { result: { data: T } }).result.data
  }
  return { query: (path) => send(path), mutate: (path, input) => send(path, input) }
}
