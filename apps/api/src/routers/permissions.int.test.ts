import { roles } from '@mozhou/contracts/roles'
import type { Role } from '@mozhou/contracts/roles'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readAllowed } from '../testing/allowed.ts'
import { startApi } from '../testing/start-api.ts'
import type { TestApi } from '../testing/start-api.ts'
import { appRouter } from './index.ts'

let api: TestApi
const tokens = new Map<Role, string>()
beforeAll(async () => {
  api = await startApi()
  for (const role of roles) tokens.set(role, (await api.signIn(role)).accessToken)
})
afterAll(() => api.close())

const open = [
  'auth.register',
  'auth.registrationChallenge',
  'auth.verifyEmail',
  'auth.requestPasswordReset',
  'auth.resetPassword',
  'auth.login',
  'auth.refresh',
  'auth.logout',
  'auth.whoAmI',
  'orders.plans',
  'publications.handedOver',
  'system.info',
  'referrals.invitation',
  'withdrawals.completeBinding',
]
/** What comes after the guard: no input was sent, without mail there is nothing to verify, and here no channel. */
const pastTheGuard = [null, 'VALIDATION_FAILED', 'EMAIL_ALREADY_VERIFIED', 'CHANNEL_NOT_OFFERED']

const adminProcedures = await readAllowed()

// At run time this is a flat record by path; its type says otherwise.
const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>
const paths = Object.keys(procedures)
const isGuarded = (path: string) => Object.hasOwn(adminProcedures, path)

/** Without input: a procedure that wants some refuses it only after the guard has let the caller through. */
const call = (path: string, bearer?: string) => {
  const send = procedures[path]?._def.type === 'mutation' ? api.mutate : api.query
  return send(path, bearer === undefined ? {} : { bearer })
}

it('knows every procedure there is', () => {
  expect(Object.keys(adminProcedures).filter((path) => !paths.includes(path))).toEqual([])
  expect(open.filter((path) => !paths.includes(path))).toEqual([])
})

describe.each(Object.entries(adminProcedures))('%s', (path, allowed) => {
  it.each(roles)('%s', async (role) => {
    const { error, status } = await call(path, tokens.get(role))
    if (allowed.includes(role)) expect([null, 'VALIDATION_FAILED']).toContain(error?.code ?? null)
    else expect({ status, code: error?.code }).toEqual({ status: 403, code: 'FORBIDDEN' })
  })
})

const closed = paths.filter((path) => !open.includes(path) && procedures[path]?._def.type !== 'subscription')

it.each(closed)('%s needs a session', async (path) => {
  expect(await call(path)).toMatchObject({ status: 401, error: { code: 'UNAUTHENTICATED' } })
  expect(await call(path, 'eyJ.not.a-token')).toMatchObject({ status: 401, error: { code: 'UNAUTHENTICATED' } })
})

it('lets a creator call everything that is not for operators', async () => {
  for (const path of closed.filter((name) => !isGuarded(name))) {
    if (path.startsWith('auth.revoke')) continue
    const { error } = await call(path, tokens.get('creator'))
    expect(pastTheGuard, path).toContain(error?.code ?? null)
  }
})

it('refuses administrators in a session of the creators app', async () => {
  const { accessToken } = await api.signIn('admin', 'web')
  const answer = await api.query('users.list', { app: 'web', cookies: `mz_web_access=${accessToken}`, input: {} })
  expect(answer).toMatchObject({ status: 403, error: { code: 'FORBIDDEN' } })
})

it('counts a new role with the very next request', async () => {
  const { userId, accessToken: bearer } = await api.signIn('operator')
  expect((await api.query('users.list', { bearer, input: {} })).status).toBe(200)
  await api.ctx.prisma.user.update({ where: { id: userId }, data: { role: 'creator' } })
  expect((await api.query('users.list', { bearer, input: {} })).error?.code).toBe('FORBIDDEN')
})

it('shows the address of the Temporal UI only to who may see workflows', async () => {
  const urlFor = async (role?: Role) => {
    const token = role && tokens.get(role)
    const answer = await api.query('system.info', token === undefined ? {} : { bearer: token })
    return (answer.data as { temporalUiUrl: string | null }).temporalUiUrl
  }
  expect(await urlFor('admin')).toBe('http://temporal.test')
  expect(await urlFor('creator')).toBeNull()
  expect(await urlFor()).toBeNull()
})
