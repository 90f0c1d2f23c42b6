import type { AppError } from '@mozhou/contracts/errors'
import { findToolKey } from '@mozhou/contracts/tools/find-tool-key'
import type { Request } from 'express'
import { badBody } from './parse-json-body.ts'
import { takesForm } from './rest-route.ts'
import type { RestRoute } from './rest-route.ts'
import { unknownFields, unknownFieldsRefusal } from './unknown-fields.ts'
import { camelCase, isRecord, withCamelKeys, withOwnNames, withTypes } from './wire-values.ts'
import { z } from 'zod'

export interface ReadInput {
  input: Record<string, unknown>
  /** Why it must not be carried out, whoever asks; told after it is known who does. */
  refusal: AppError | null
}

/**
 * The procedure's input from path, and query or body. What is in the path stands nowhere else.
 * @throws AppError VALIDATION_FAILED when the body is no object
 */
export function readInput(route: RestRoute, req: Request): ReadInput {
  const hasBody = route.method === 'POST' || route.method === 'PUT'
  const values = hasBody ? fromBody(route, req.body) : fromQuery(route, req)
  const unread = hasBody ? Object.keys(req.query).map((name) => [name]) : []
  const refusal = unknownFieldsRefusal([...unknownFields(sendable(route), values), ...unread])
  const fromPath = route.parameters.map(({ name, property }) => [property, req.params[name]] as const)
  const input: Record<string, unknown> = { ...values, ...Object.fromEntries(fromPath) }
  if (typeof input['tool'] === 'string') input['tool'] = findToolKey(input['tool']) ?? input['tool']
  return { input, refusal }
}

/** What query or body may hold: what is in the path does not come twice, and a request key is a header here. */
function sendable({ input, parameters }: RestRoute): z.ZodObject {
  const taken = new Set(['requestKey', ...parameters.map(({ property }) => property)])
  return z.object(Object.fromEntries(Object.entries(input.shape).filter(([name]) => !taken.has(name))))
}

function fromQuery(route: RestRoute, req: Request): Record<string, unknown> {
  const renamed = withCamelKeys(route.input, { ...req.query })
  return withTypes(route.input, renamed as Record<string, unknown>)
}

function fromBody(route: RestRoute, body: unknown): Record<string, unknown> {
  if (!isRecord(body)) throw badBody('json')
  const whole = route.body === null ? body : { [route.body]: body }
  const renamed = withCamelKeys(route.input, whole) as Record<string, unknown>
  return withForm(route, withOwnNames(route.meta.otherNames, renamed))
}

/** A tool's fields are camelCase, whichever the tool is; what it does not know is its own to refuse. */
const camelForm = (form: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(form).map(([name, value]) => [camelCase(name), value]))

/** A tool's form may come as it is: what the input does not know then belongs to its `input`. */
function withForm(route: RestRoute, values: Record<string, unknown>): Record<string, unknown> {
  if (!takesForm(route)) return values
  const { input } = values
  if (isRecord(input)) return { ...values, input: camelForm(input) }
  if (Object.hasOwn(values, 'input')) return values
  const entries = Object.entries(values)
  const form = entries.filter(([name]) => !Object.hasOwn(route.input.shape, name))
  if (form.length === 0) return values
  const known = entries.filter(([name]) => Object.hasOwn(route.input.shape, name))
  return { ...Object.fromEntries(known), input: camelForm(Object.fromEntries(form)) }
}
