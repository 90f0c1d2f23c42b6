import type { APIRequestContext, APIResponse } from '@playwright/test'
import { browserStack } from './env.ts'

/** The API as a page of the app calls it: same cookies, same origin. */
export interface AppApi {
  query<T>(path: string, input?: unknown): Promise<T>
  mutate<T>(path: string, input?: object): Promise<T>
}

const originOf = { web: browserStack.webUrl, admin: browserStack.adminUrl }

/** `request` is a page's or context's own, so that signing in here signs the pages in. `origin`: of a stack that a test has for itself. */
export function appApi(
  request: APIRequestContext,
  app: 'web' | 'admin' = 'web',
  origin: string = originOf[app],
): AppApi {
  const headers = { 'x-mozhou-app': app, origin }
  return {
    async query<T>(path: string, input?: unknown) {
      const search = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`
      return dataOf<T>(path, await request.get(`${origin}/trpc/${path}${search}`, { headers }))
    },
    async mutate<T>(path: string, input: object = {}) {
      return dataOf<T>(path, await request.post(`${origin}/trpc/${path}`, { headers, data: input }))
    },
  }
}

async function dataOf<T>(path: string, response: APIResponse): Promise<T> {
  const text = await response.text()
  if (!response.ok()) throw new Error(`${path}: ${response.status()} ${text.slice(0, 400)}`)
  return (JSON.parse(text) as { result: { data: T } }).result.data
}
