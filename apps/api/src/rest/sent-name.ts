import { takesForm } from './rest-route.ts'
import type { RestRoute } from './rest-route.ts'
import { camelCase, isRecord } from './wire-values.ts'

/** In errors called by its own name. */
export const keyHeader = 'Idempotency-Key'

type OtherNames = Readonly<Record<string, readonly string[]>>

/**
 * What the caller calls the thing at this path of the input: `creation_id` of the address, `referral_code` of the body, `input.topic`
 * of a form that was sent under `input`.
 */
export function sentName(route: RestRoute, sent: unknown, path: string): string {
  // Also what should not have been sent, such as in the body what the address says.
  if (isRecord(sent) && Object.hasOwn(sent, path)) return path
  const inPath = route.parameters.find(({ property }) => property === path)
  if (inPath) return inPath.name
  const whole = route.body === null ? '' : `${route.body}.`
  const segments = (path.startsWith(whole) ? path.slice(whole.length) : path).split('.')
  const isOfForm = takesForm(route) && path !== keyHeader && !Object.hasOwn(route.input.shape, segments[0] ?? '')
  const form = isOfForm && isRecord(sent) && Object.hasOwn(sent, 'input') ? ['input'] : []
  return namesAlong(sent, [...form, ...segments], route.meta.otherNames ?? {}).join('.')
}

function namesAlong(sent: unknown, [segment, ...rest]: readonly string[], otherNames: OtherNames): string[] {
  if (segment === undefined) return []
  if (Array.isArray(sent)) return [segment, ...namesAlong(sent[Number(segment)], rest, {})]
  if (!isRecord(sent)) return [segment, ...rest]
  const name = Object.hasOwn(sent, segment) ? segment : otherNameOf(sent, segment, otherNames)
  return [name, ...namesAlong(sent[name], rest, {})]
}

function otherNameOf(sent: Record<string, unknown>, segment: string, otherNames: OtherNames): string {
  const known = Object.hasOwn(otherNames, segment) ? (otherNames[segment] ?? []) : []
  const others = [...Object.keys(sent).filter((key) => camelCase(key) === segment), ...known]
  return others.find((name) => Object.hasOwn(sent, name)) ?? segment
}
