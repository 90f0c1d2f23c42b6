import type { Wording } from '@mozhou/contracts/wording'
import { z } from 'zod'
import type { ProcedureMeta, RestMethod } from '../procedure-meta.ts'
import { bare, camelCase } from './wire-values.ts'

/** One REST endpoint over one procedure. */
export interface RestRoute {
  /** Path of the procedure, e.g. `writing.generate`. */
  procedure: string
  method: RestMethod
  /** Under /api/v1, with `{parameters}`. */
  path: string
  parameters: readonly RouteParameter[]
  input: z.ZodObject
  /** The property that the body fills; null where body and query are the input itself. */
  body: string | null
  /** Has a request key, so that it takes an Idempotency-Key. */
  isKeyed: boolean
  summary: Wording
  tag: Wording
  meta: ProcedureMeta
}

interface RouteParameter {
  /** As in the path: `creation_id`. */
  name: string
  /** As in the input: `creationId`. */
  property: string
}

/** Has a tool's form under `input`, which its body may also be by itself. */
export function takesForm({ isKeyed, input }: Pick<RestRoute, 'isKeyed' | 'input'>): boolean {
  return isKeyed && bare(input.shape['input']) instanceof z.ZodRecord
}

/** What tRPC keeps of a procedure at run time; its types say less. */
export interface RuntimeProcedure {
  _def: { meta?: ProcedureMeta; inputs: readonly unknown[] }
}

/** Every procedure whose meta names an endpoint. @throws Error for a meta that does not fit its input, or does not say what it is */
export function restRoutes(procedures: Readonly<Record<string, RuntimeProcedure>>): RestRoute[] {
  return Object.entries(procedures).flatMap(([procedure, { _def }]) =>
    _def.meta?.rest === undefined ? [] : [toRoute(procedure, _def.meta.rest, _def)],
  )
}

function toRoute(procedure: string, rest: string, { meta = {}, inputs }: RuntimeProcedure['_def']): RestRoute {
  const [method, path] = rest.split(' ') as [RestMethod, string]
  const input = inputs[0] ?? z.object({})
  if (!(input instanceof z.ZodObject)) throw new Error(`${procedure}: only inputs that are objects can be REST`)
  const body = meta.body ?? null
  const parameters = parametersOf(path)
  for (const property of [...parameters.map((parameter) => parameter.property), ...(body === null ? [] : [body])]) {
    if (!Object.hasOwn(input.shape, property))
      throw new Error(`${procedure}: its input has no "${property}" for ${rest}`)
  }
  const { summary, tag } = meta
  if (!summary || !tag) throw new Error(`${procedure}: ${rest} has no summary or no tag`)
  const isKeyed = method === 'POST' && Object.hasOwn(input.shape, 'requestKey')
  return { procedure, method, path, parameters, input, body, isKeyed, summary, tag, meta }
}

/** Collections that the brief calls otherwise than we do. */
const briefNames: ReadonlyMap<string, string> = new Map([['activities', 'campaign']])

/** `{creation_id}` is `creationId`, `{id}` after `/models` is `modelId`, and `{tool_type}` is what the brief calls our `tool`. */
function parametersOf(path: string): RouteParameter[] {
  const segments = path.split('/')
  return segments.flatMap((segment, index) => {
    const name = /^\{(\w+)\}$/.exec(segment)?.[1]
    if (name === undefined) return []
    const collection = segments[index - 1] ?? ''
    const owner = briefNames.get(collection) ?? collection.replace(/s$/, '').replaceAll('-', '_')
    return [{ name, property: name === 'tool_type' ? 'tool' : camelCase(name === 'id' ? `${owner}_id` : name) }]
  })
}
