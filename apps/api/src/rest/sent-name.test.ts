import { expect, it } from 'vitest'
import { sentName } from './sent-name.ts'
import { routes } from './served-routes.ts'

function nameOf(procedure: string, sent: unknown, path: string): string {
  const route = routes.find((one) => one.procedure === procedure)
  if (!route) throw new Error(`no route for ${procedure}`)
  return sentName(route, sent, path)
}

it.each([
  ['auth.register', { referral_code: 'x' }, 'referralCode', 'referral_code'],
  ['auth.register', { referralCode: 'x', referral_code: 'y' }, 'referralCode', 'referralCode'],
  ['auth.register', {}, 'referralCode', 'referralCode'],
  ['auth.login', { username: 1 }, 'login', 'username'],
  ['auth.login', { email: 1 }, 'login', 'email'],
  ['auth.login', { password: 'x' }, 'login', 'login'],
  ['models.update', { limits: { context_tokens: 1 } }, 'changes.limits.contextTokens', 'limits.context_tokens'],
  ['models.update', { base_url: 1 }, 'changes.baseUrl', 'base_url'],
  ['models.update', {}, 'modelId', 'id'],
  ['writing.generate', { model_id: 1 }, 'modelId', 'model_id'],
  ['writing.generate', { keywords: ['', { a_b: 1 }] }, 'keywords.1.aB', 'keywords.1.a_b'],
  ['writing.generate', null, 'topic', 'topic'],
  ['writing.generate', { input: { no_such: 1 } }, 'noSuch', 'input.no_such'],
  ['writing.generate', { input: { selling_points: [''] } }, 'sellingPoints.0', 'input.selling_points.0'],
  ['writing.generate', { input: {} }, 'topic', 'input.topic'],
  ['writing.generate', { input: {}, no_such: 1 }, 'no_such', 'no_such'],
  ['writing.generate', { input: {} }, 'Idempotency-Key', 'Idempotency-Key'],
  ['writing.generate', { input: {}, creationId: 1 }, 'creationId', 'creationId'],
  ['creations.update', { creationId: 1 }, 'creationId', 'creationId'],
  ['creations.list', { is_incomplete: 'x' }, 'isIncomplete', 'is_incomplete'],
])('%s with %j calls %s by the name it was sent with: %s', (procedure, sent, path, name) => {
  expect(nameOf(procedure, sent, path)).toBe(name)
})
