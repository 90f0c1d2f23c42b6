import { termsVersion } from '@mozhou/contracts/accounts/terms'
import { parseId } from '@mozhou/contracts/ids'
import { testPassword } from '@mozhou/domain/testing/test-domain'
import { chargingWorkflows } from './charging-workflows.ts'
import { restClient } from './rest-client.ts'
import type { RestAnswer } from './rest-client.ts'
import { sampleModel } from './sample-model.ts'
import { startApi } from './start-api.ts'
import type { TestApi } from './start-api.ts'

export interface ChargingRest {
  api: TestApi
  send: ReturnType<typeof restClient>
  /** Somebody new, registered over REST. */
  person(): Promise<{ bearer: string; userId: string }>
  balanceOf(bearer: string): Promise<unknown>
  generate(bearer: string, body: unknown, headers?: Record<string, string>, tool?: string): Promise<RestAnswer>
}

/** The API over REST with one model in its catalogue, whose workflows charge and write nothing. */
export async function startChargingRest(): Promise<ChargingRest> {
  const api: TestApi = await startApi({ deps: { workflows: chargingWorkflows(() => api.ctx) } })
  const send = restClient(api.url)
  const { accessToken } = await api.signIn('admin')
  const { status } = await send('POST /models', { bearer: accessToken, body: sampleModel('first') })
  if (status !== 200) throw new Error(`the first model was answered ${status}`)
  let made = 0
  return {
    api,
    send,
    async person() {
      made += 1
      const body = {
        username: `rest-${made}`,
        email: `rest-${made}@example.com`,
        password: testPassword,
        acceptedTerms: termsVersion,
      }
      const { body: answer } = await send('POST /auth/register', { body })
      const { accessToken: bearer, user } = answer as { accessToken: string; user: { id: string } }
      return { bearer, userId: parseId('user', user.id) ?? '' }
    },
    balanceOf: async (bearer) => (await send('GET /credit/balance', { bearer })).body,
    generate: (bearer, body, headers = {}, tool = 'wechat_article') =>
      send(`POST /writing/${encodeURIComponent(tool)}/generate`, { bearer, body, headers }),
  }
}
