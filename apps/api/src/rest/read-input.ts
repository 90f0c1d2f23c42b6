import { AppError } from '@mozhou/contracts/errors'
import { findToolKey } from '@mozhou/contracts/tools/find-tool-key'
import type { Request } from 'express'
import { camelCase } from './rest-route.ts'
import type { RestRoute } from './rest-route.ts'
import { bare, isRecord, withCamelKeys, withOwnNames, withTypes } from './wire-values.ts'
import { z } from 'zod'

/**
 * The procedure's input from path, and query or body. What is in the path wins over the same thing elsewhere.
 * @throws AppError VALIDATION_FAILED when the body is no object
 */
export function readInput(route: RestRoute, req: Request): Record<string, unknown> {
  const hasBody = route.method === 'POST' || route.method === 'PUT'
  const values = hasBody ? fromBody(route, req.body) : fromQuery(route, req)
  const fromPath = route.parameters.map(({ name, property }) => [property, req.params[name]] as const)
  const input: Record<string, unknown> = { ...values, ...Object.fromEntries(fromPath) }
  if (typeof input['tool'] === 'string') input['tool'] = findToolKey(input['tool']) ?? input['tool']
  return input
}

function fromQuery(route: RestRoute, req: Request): Record<string, unknown> {
  const renamed = withCamelKeys(route.input, { ...req.query })
  return withTypes(route.input, renamed as Record<string, unknown>)
}

function fromBody(route: RestRoute, body: unknown): Record<string, unknown> {
  const value = body ?? {}
  if (!isRecord(value)) throw new AppError('VALIDATION_FAILED', { field: 'body', rule: 'json' })
  const whole = route.body === null ? value : { [route.body]: value }
  const renamed = withCamelKeys(route.input, whole) as Record<string, unknown>
  return withForm(route.input, withOwnNames(route.meta.otherNames, renamed))
}

/** A tool's fields are camelCase, whichever the tool is; what it does not know is its own to refuse. */
const camelForm = (form: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(form).map(([name, value]) => [camelCase(name), value]))

/** A tool's form may come as it is: what the input does not know then belongs to its `input`. */
function withForm(schema: z.ZodObject, values: Record<string, unknown>): Record<string, unknown> {
  if (!(bare(schema.shape['input']) instanceof z.ZodRecord)) return values
  const { input } = values
  if (isRecord(input)) return { ...values, input: camelForm(input) }
  if (Object.hasOwn(values, 'input')) return values
  const entries = Object.entries(values)
  const form = entries.filter(([name]) => !Object.hasOwn(schema.shape, name))
  if (form.length === 0) return values
  const known = entries.filter(([name]) => Object.hasOwn(schema.shape, name))
  return { ...Object.fromEntries(known), input: camelForm(Object.fromEntries(form)) }
}
