import { formatId } from '@mozhou/contracts/ids'
import type { Role } from '@mozhou/contracts/roles'
import { createCouponInput } from '@mozhou/contracts/coupons/admin-inputs'
import { parseId } from '@mozhou/contracts/ids'
import { createCoupon } from '@mozhou/domain/coupons/create-coupon'
import { issueCoupon } from '@mozhou/domain/coupons/issue-coupon'
import { updateCoupon } from '@mozhou/domain/coupons/update-coupon'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi } from '../testing/start-api.ts'
import type { TestApi } from '../testing/start-api.ts'

let api: TestApi
let issue: string
const tokens = new Map<Role, string>()
beforeAll(async () => {
  api = await startApi()
  for (const role of ['creator', 'operator', 'finance', 'admin'] as const)
    tokens.set(role, (await api.signIn(role)).accessToken)
  const { userId } = await api.signIn('operator')
  const actor = { userId, requestId: 'req-1' }
  const terms = createCouponInput.parse({
    name: '立减五元',
    kind: 'universal',
    discount: { kind: 'amount', amountFen: 500 },
    validity: { kind: 'days', days: 7 },
    totalLimit: 10,
  })
  const { id, version } = await createCoupon(api.ctx, { ...terms, actor })
  const couponId = parseId('coupon', id) ?? ''
  await updateCoupon(api.ctx, { couponId, version, status: 'active', actor })
  const press = { couponId, people: [formatId('user', userId)], note: '补偿', requestKey: crypto.randomUUID() }
  await issueCoupon(api.ctx, { ...press, actor })
  const { id: issueId } = await api.ctx.prisma.couponIssue.findFirstOrThrow({ where: { couponId } })
  issue = formatId('couponIssue', issueId)
})
afterAll(() => api.close())

const ask = (init: RequestInit = {}, { id = issue, search = '' } = {}) =>
  fetch(`${api.url}/api/v1/operation/coupon-issues/${id}/result${search}`, init)
const as = (role: Role, headers: Record<string, string> = {}) => ({
  headers: { authorization: `Bearer ${tokens.get(role) ?? ''}`, ...headers },
})
const exportsNoted = () => api.ctx.prisma.auditRow.count({ where: { action: 'coupon.issue-export' } })

describe('the result of an issue of coupons', () => {
  it.each(['operator', 'finance', 'admin'] as const)(
    'is a file for the %s, in the language asked for',
    async (role) => {
      const before = await exportsNoted()
      const response = await ask(as(role))
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
      expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="coupon-issue\.csv"/)
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
      expect(text.startsWith('\uFEFF用户编号,')).toBe(true)
      expect(text.split('\r\n')).toHaveLength(3)
      expect(await (await ask(as(role, { 'accept-language': 'en' }))).text()).toContain('Issued')
      expect(await exportsNoted()).toBe(before + 2)
    },
  )

  it('is for nobody else, and nothing is written down of who was refused', async () => {
    const before = await exportsNoted()
    const refused = await ask(as('creator'))
    expect([refused.status, await refused.json()]).toMatchObject([403, { error: { code: 'FORBIDDEN' } }])
    expect((await ask()).status).toBe(401)
    const { data } = await api.mutate('apiKeys.create', {
      bearer: tokens.get('admin') ?? '',
      input: { name: 'k', scopes: ['creations:read'] },
    })
    const byKey = await ask({ headers: { authorization: `Bearer ${(data as { key: string }).key}` } })
    expect([byKey.status, await byKey.json()]).toMatchObject([403, { error: { code: 'API_KEY_SCOPE_MISSING' } }])
    expect(await exportsNoted()).toBe(before)
  })

  it('refuses what is no issue, one that is not there, and an app named in the address', async () => {
    expect((await ask(as('admin'), { id: 'cis_1' })).status).toBe(400)
    const gone = await ask(as('admin'), { id: formatId('couponIssue', api.ctx.newId()) })
    expect([gone.status, await gone.json()]).toMatchObject([404, { error: { code: 'COUPON_ISSUE_NOT_FOUND' } }])
    expect((await ask(as('admin'), { search: '?app=admin' })).status).toBe(400)
  })

  it('answers a question for its head alone without reading or noting anything', async () => {
    const before = await exportsNoted()
    const head = await ask({ ...as('admin'), method: 'HEAD' })
    expect([head.status, head.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
    expect(await exportsNoted()).toBe(before)
  })
})
