import { expect, it } from 'vitest'
import { apiMap } from './api-map.ts'
import { briefEndpoints, briefTables } from './brief-endpoints.ts'
import { routes } from './served-routes.ts'
import { restRoutes } from './rest-route.ts'

const words = { zh: '模型', en: 'Model' }

// Rewritten by `npm run api:map`.
it('is what docs/api-map.md says', async () => {
  await expect(apiMap(routes)).toMatchFileSnapshot('../../../../docs/api-map.md')
})

it('serves each endpoint by one procedure', () => {
  const names = routes.map(({ method, path }) => `${method} ${path}`)
  expect(new Set(names).size).toBe(names.length)
})

it('lets in whom the brief lets in; a refresh token is itself the proof of who is asking', () => {
  const differing = routes.filter(({ method, path, meta }) => {
    const asked = briefEndpoints.get(`${method} ${path}`)
    return asked !== undefined && asked.access !== meta.access
  })
  expect(differing.map(({ procedure }) => procedure)).toEqual(['auth.refresh'])
})

it('has the whole of the brief: ten tables, 71 endpoints', () => {
  expect(briefTables.map(({ endpoints: rows }) => rows.length)).toEqual([5, 4, 4, 4, 3, 5, 5, 5, 9, 27])
  expect(briefEndpoints.size).toBe(71)
})

it('documents what it serves: every route has an answer schema', () => {
  expect(routes.filter(({ meta }) => meta.answer === undefined).map(({ procedure }) => procedure)).toEqual([])
})

it('refuses a meta whose path does not fit the input', () => {
  const meta = { rest: 'GET /models/{id}' as const, summary: words, tag: words }
  expect(() => restRoutes({ p: { _def: { meta, inputs: [] } } })).toThrow('p: its input has no "modelId"')
})

it('refuses a meta that does not say what the endpoint is', () => {
  for (const meta of [
    { rest: 'GET /models' as const, summary: words },
    { rest: 'GET /models' as const, tag: words },
  ])
    expect(() => restRoutes({ p: { _def: { meta, inputs: [] } } })).toThrow('p: GET /models has no summary or no tag')
})
