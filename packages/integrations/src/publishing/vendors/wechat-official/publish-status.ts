import type { Wording } from '@mozhou/contracts/wording'
import type { Evidence } from '../../evidence-port.ts'
import { idIn, listIn, recordIn, textIn } from '../../platform-call.ts'
import type { PlatformRef, Standing, StandingState } from '../../port.ts'

type Meaning = Readonly<{
  state: StandingState
  actor: Standing['actor']
  reason: Wording | null
  askAgainMs: number | null
}>

const end = (state: StandingState, actor: Standing['actor'] = null, reason: Wording | null = null): Meaning => ({
  state,
  actor,
  reason,
  askAgainMs: null,
})

/** Of freepublish/get and of PUBLISHJOBFINISH: https://developers.weixin.qq.com/doc/offiaccount/Publish/Get_status.html (2026-11). */
const meanings: Readonly<Record<string, Meaning>> = {
  '0': end('published'),
  '1': { state: 'in_review', actor: null, reason: null, askAgainMs: 10_000 },
  '2': end('rejected', 'platform', {
    zh: '原创声明没有通过',
    en: 'The declaration of originality was not accepted',
  }),
  '3': end('failed', 'platform', { zh: '平台发布失败', en: 'The platform failed to publish it' }),
  '4': end('rejected', 'platform', { zh: '平台审核不通过', en: 'It did not pass the platform’s review' }),
  '5': end('removed', 'user', { zh: '发布后被作者删除', en: 'Its author deleted it after it was out' }),
  '6': end('removed', 'platform', { zh: '发布后被平台封禁', en: 'The platform banned it after it was out' }),
}

/** A number that is not in the table is no end: it is asked for again. */
const unknown: Meaning = { state: 'in_review', actor: null, reason: null, askAgainMs: 60_000 }

const secure = (url: string | null) => url?.replace(/^http:/u, 'https:') ?? null

/** The same fields in an answer and in a notice. */
export function standingOf(body: Readonly<Record<string, unknown>>, ref: PlatformRef, evidence: Evidence): Standing {
  const status = idIn(body.publish_status) ?? ''
  const meaning = meanings[status] ?? unknown
  const [item] = listIn(recordIn(body.article_detail).item)
  const url = secure(textIn(item?.article_url)) ?? ref.names.url ?? null
  const articleId = idIn(body.article_id)
  const names = {
    ...ref.names,
    ...(articleId !== null && { articleId }),
    ...(url !== null && { url }),
    status,
  }
  return { ...meaning, ref: { id: ref.id, names }, url, evidence }
}
