import { briefEndpoints, briefTables } from './brief-endpoints.ts'
import type { Endpoint } from './brief-endpoints.ts'
import {
  bindingRoute,
  callbackRoutes,
  eventsRoute,
  exportRoute,
  fileRoute,
  issueResultRoute,
  maskRoute,
  platformCallbackRoutes,
  uploadRoutes,
} from './served-routes.ts'
import { resumableRoutes } from './resumable/resumable-routes.ts'
import { shapeOf } from './path-order.ts'
import type { RestRoute } from './rest-route.ts'

const access = { public: 'anyone', user: 'signed in', admin: 'operators' }
const files = [exportRoute, eventsRoute, fileRoute, maskRoute, ...uploadRoutes]
const callbacks = [...callbackRoutes, ...platformCallbackRoutes, bindingRoute]
const operators = [issueResultRoute]
const plain = [...files, ...operators, ...callbacks, ...resumableRoutes]

/** Uploads that can be gone on with have methods that no procedure has. */
type Listed = Omit<Endpoint, 'method'> & { method: string }

/** docs/api-map.md: each endpoint of the brief and what serves it. */
export function apiMap(routes: readonly RestRoute[]): string {
  const served = new Map(routes.map((route) => [addressOf(route), route.procedure]))
  for (const route of plain) served.set(addressOf(route), route.servedBy)
  const procedureOf = (endpoint: string) => {
    const procedure = served.get(endpoint)
    if (procedure === undefined) return 'later'
    return procedure.includes(' ') ? procedure : `\`${procedure}\``
  }
  const section = (title: string, base: string, rows: readonly Listed[]) => {
    const lines = rows.map((row) => {
      const path = `${base}${row.path}`.replace(/\/$/, '')
      const who = access[row.access]
      return `| ${row.method} | \`${path}\` | ${row.summary.zh} | ${who} | ${procedureOf(addressOf({ method: row.method, path }))} |`
    })
    return [`## ${title}`, '', '| | under /api/v1 | | for | procedure |', '|---|---|---|---|---|', ...lines, ''].join(
      '\n',
    )
  }
  const sections = briefTables.map(({ title, base, endpoints }, index) =>
    section(`${index + 1}. ${title.zh} (${title.en})`, base, endpoints),
  )
  return [
    '# The brief’s endpoints and what serves them',
    '',
    'Written by `apps/api/src/rest/api-map.test.ts` from the brief’s tables and the procedures’ `rest` metas; do not edit it by hand.',
    'After a change: `npm run api:map`. What is “later” answers 501 `NOT_IMPLEMENTED` to whoever may use it once it is there.',
    '',
    ...sections,
    section('Beyond the brief', '', additions(routes)),
  ].join('\n')
}

/** What we serve beyond the brief, because a script cannot do without it. */
function additions(routes: readonly RestRoute[]): Listed[] {
  const served = [
    ...routes.map(({ method, path, summary, meta }) => ({ method, path, summary, access: meta.access ?? 'public' })),
    ...files.map(({ method, path, summary }) => ({ method, path, summary, access: 'user' as const })),
    ...operators.map(({ method, path, summary }) => ({ method, path, summary, access: 'admin' as const })),
    ...resumableRoutes.map(({ method, path, summary }) => ({ method, path, summary, access: 'user' as const })),
    ...callbacks.map(({ method, path, summary }) => ({ method, path, summary, access: 'public' as const })),
  ]
  const named = new Set([...briefEndpoints.keys()].map((name) => shapeOf(name)))
  return served.filter((route) => !named.has(addressOf(route)))
}

/** Whatever a parameter is called, it is the same address. */
function addressOf({ method, path }: { method: string; path: string }): string {
  return `${method} ${shapeOf(path)}`
}
