import type { Wording } from '@mozhou/contracts/wording'
import { recordIn } from '../../platform-call.ts'
import { isCode } from '../../platform-error.ts'
import type { Quota } from '../../port.ts'
import { call } from './client.ts'
import type { Looking } from './look-up.ts'

const counted: readonly { path: string; what: Wording }[] = [
  { path: '/cgi-bin/draft/add', what: { zh: '写草稿', en: 'Drafts' } },
  { path: '/cgi-bin/freepublish/submit', what: { zh: '发布', en: 'Publishing' } },
]

/** https://developers.weixin.qq.com/doc/offiaccount/openApi/get_api_quota.html: they differ by account. */
export async function readQuotas({ target, access, signal }: Looking): Promise<Quota[]> {
  const quotas: Quota[] = []
  for (const { path, what } of counted) {
    const body = { cgi_path: path }
    try {
      const reply = await call(target, access, { path: 'cgi-bin/openapi/quota/get', mode: 'safe', body }, signal)
      const { daily_limit: limit, remain: left } = recordIn(reply.body.quota)
      if (typeof limit === 'number' && typeof left === 'number') quotas.push({ what, limit, left })
    } catch (error) {
      // What an account may not do has no quota.
      if (!isCode(error, '48001')) throw error
    }
  }
  return quotas
}
