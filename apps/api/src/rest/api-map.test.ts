import { expect, it } from 'vitest'
import { apiMap } from './api-map.ts'
import { additions, briefTables, endpoints } from './brief-endpoints.ts'
import { routes } from './served-routes.ts'
import { restRoutes } from './rest-route.ts'

// Rewritten by `npm run api:map`.
it('is what docs/api-map.md says', async () => {
  await expect(apiMap(routes)).toMatchFileSnapshot('../../../../docs/api-map.md')
})

it('knows every endpoint that a procedure names: from the brief, or as an addition', () => {
  expect(routes.map(({ method, path }) => `${method} ${path}`).filter((name) => !endpoints.has(name))).toEqual([])
})

it('serves each endpoint by one procedure', () => {
  const names = routes.map(({ method, path }) => `${method} ${path}`)
  expect(new Set(names).size).toBe(names.length)
})

it('lets in whom the brief lets in; a refresh token is itself the proof of who is asking', () => {
  const differing = routes.filter(
    ({ method, path, meta }) => endpoints.get(`${method} ${path}`)?.access !== meta.access,
  )
  expect(differing.map(({ procedure }) => procedure)).toEqual(['auth.refresh'])
})

it('has the whole of the brief: ten tables, 71 endpoints', () => {
  expect(briefTables.map(({ endpoints: rows }) => rows.length)).toEqual([5, 4, 4, 4, 3, 5, 5, 5, 9, 27])
  expect(endpoints.size).toBe(71 + additions.length)
})

it('documents what it serves: every route has an answer schema', () => {
  expect(routes.filter(({ meta }) => meta.answer === undefined).map(({ procedure }) => procedure)).toEqual([])
})

it('refuses a meta whose path does not fit the input', () => {
  const procedure = (rest: 'GET /models/{id}' | 'PUT /models/{id}', body?: string) => ({
    p: { _def: { meta: { rest, ...(body !== undefined && { body }) }, inputs: [] } },
  })
  expect(() => restRoutes(procedure('GET /models/{id}'))).toThrow('p: its input has no "modelId"')
})
