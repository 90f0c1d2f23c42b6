import type { FieldIssue } from '@mozhou/contracts/errors'
import type { ModelAdminDto } from '@mozhou/contracts/models/answers'
import { capabilities } from '@mozhou/contracts/models/kinds'
import { vendorKeys } from '@mozhou/contracts/models/vendor-keys'

/** Boxes of the model form, named by their path in the API's input so that its complaints find them; all text. */
export interface ModelFormValues {
  alias: string
  vendor: string
  capability: string
  upstreamModel: string
  baseUrl: string
  authProfile: string
  priority: string
  isEnabled: boolean
  isMembersOnly: boolean
  'credentials.apiKey': string
  'credentials.secretKey': string
  'price.inputMicroYuanPerMillion': string
  'price.outputMicroYuanPerMillion': string
  'price.cachedInputMicroYuanPerMillion': string
  'price.pictureMicroYuan': string
  'price.effectiveFrom': string
  'parameters.maxOutputTokens': string
  'parameters.temperature': string
  'parameters.topP': string
  'parameters.reasoning': string
  'parameters.sampling': string
  'limits.contextTokens': string
  'limits.requestsPerMinute': string
  'limits.firstTokenTimeoutMs': string
  'limits.idleTimeoutMs': string
  shutdownAt: string
  replacementId: string
}

const shanghaiOffsetMs = 8 * 3_600_000

export function emptyModelForm(now: number): ModelFormValues {
  return {
    alias: '',
    vendor: vendorKeys[0],
    capability: capabilities[0],
    upstreamModel: '',
    baseUrl: '',
    authProfile: 'bearer',
    priority: '100',
    isEnabled: true,
    isMembersOnly: false,
    'credentials.apiKey': '',
    'credentials.secretKey': '',
    'price.inputMicroYuanPerMillion': '',
    'price.outputMicroYuanPerMillion': '',
    'price.cachedInputMicroYuanPerMillion': '',
    'price.pictureMicroYuan': '',
    'price.effectiveFrom': toLocal(new Date(now).toISOString()),
    'parameters.maxOutputTokens': '8192',
    'parameters.temperature': '',
    'parameters.topP': '',
    'parameters.reasoning': 'off',
    'parameters.sampling': 'allowed',
    'limits.contextTokens': '128000',
    'limits.requestsPerMinute': '',
    'limits.firstTokenTimeoutMs': '30000',
    'limits.idleTimeoutMs': '30000',
    shutdownAt: '',
    replacementId: '',
  }
}

export function modelFormOf(model: ModelAdminDto, now: number): ModelFormValues {
  const { parameters, limits, price } = model
  return {
    ...emptyModelForm(now),
    alias: model.alias,
    vendor: model.vendor,
    capability: model.capability,
    upstreamModel: model.upstreamModel,
    baseUrl: model.baseUrl,
    authProfile: model.authProfile,
    priority: String(model.priority),
    isEnabled: model.isEnabled,
    isMembersOnly: model.isMembersOnly,
    'price.inputMicroYuanPerMillion': toYuan(price?.inputMicroYuanPerMillion),
    'price.outputMicroYuanPerMillion': toYuan(price?.outputMicroYuanPerMillion),
    'price.cachedInputMicroYuanPerMillion': toYuan(price?.cachedInputMicroYuanPerMillion),
    'price.pictureMicroYuan': toYuan(price?.pictureMicroYuan),
    ...(price ? { 'price.effectiveFrom': toLocal(price.effectiveFrom) } : {}),
    'parameters.maxOutputTokens': String(parameters.maxOutputTokens),
    'parameters.temperature': toText(parameters.temperature),
    'parameters.topP': toText(parameters.topP),
    'parameters.reasoning': parameters.reasoning,
    'parameters.sampling': parameters.sampling,
    'limits.contextTokens': String(limits.contextTokens),
    'limits.requestsPerMinute': toText(limits.requestsPerMinute),
    'limits.firstTokenTimeoutMs': String(limits.firstTokenTimeoutMs),
    'limits.idleTimeoutMs': String(limits.idleTimeoutMs),
    shutdownAt: model.shutdownAt === null ? '' : toLocal(model.shutdownAt).slice(0, 10),
    replacementId: model.replacementId ?? '',
  }
}

/** What the API is sent: numbers as numbers, an empty box as null; `isKeyKept` leaves the credentials out when none were entered. */
export function modelInputOf(values: ModelFormValues, isKeyKept: boolean) {
  const secretKey = values['credentials.secretKey'].trim()
  const apiKey = values['credentials.apiKey'].trim()
  return {
    alias: values.alias,
    vendor: values.vendor,
    capability: values.capability,
    upstreamModel: values.upstreamModel,
    baseUrl: values.baseUrl,
    authProfile: values.authProfile,
    priority: toNumber(values.priority),
    isEnabled: values.isEnabled,
    isMembersOnly: values.isMembersOnly,
    parameters: {
      maxOutputTokens: toNumber(values['parameters.maxOutputTokens']),
      temperature: toNumberOrNull(values['parameters.temperature']),
      topP: toNumberOrNull(values['parameters.topP']),
      reasoning: values['parameters.reasoning'],
      sampling: values['parameters.sampling'],
    },
    limits: {
      contextTokens: toNumber(values['limits.contextTokens']),
      requestsPerMinute: toNumberOrNull(values['limits.requestsPerMinute']),
      firstTokenTimeoutMs: toNumber(values['limits.firstTokenTimeoutMs']),
      idleTimeoutMs: toNumber(values['limits.idleTimeoutMs']),
    },
    price: {
      inputMicroYuanPerMillion: toMicroYuan(values['price.inputMicroYuanPerMillion']),
      outputMicroYuanPerMillion: toMicroYuan(values['price.outputMicroYuanPerMillion']),
      cachedInputMicroYuanPerMillion:
        values['price.cachedInputMicroYuanPerMillion'].trim() === ''
          ? null
          : toMicroYuan(values['price.cachedInputMicroYuanPerMillion']),
      pictureMicroYuan: toMicroYuan(values['price.pictureMicroYuan']) ?? null,
      effectiveFrom: fromLocal(values['price.effectiveFrom']),
    },
    shutdownAt: values.shutdownAt === '' ? null : fromLocal(`${values.shutdownAt}T00:00`),
    replacementId: values.replacementId === '' ? null : values.replacementId,
    ...(apiKey === '' && secretKey === '' && isKeyKept
      ? {}
      : { credentials: { apiKey, ...(secretKey === '' ? {} : { secretKey }) } }),
  }
}

/** Only the top-level parts that differ: an untouched price must not get a second row. */
export function changedParts<Input extends object>(before: Input, after: Input): Partial<Input> {
  const changed = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(before, name)),
  )
  return Object.fromEntries(changed) as Partial<Input>
}

/** Yuan with up to six decimals; integer micro-yuan avoid 0.1 + 0.2. */
export function toYuan(microYuan: number | null | undefined): string {
  return microYuan === null || microYuan === undefined ? '' : String(microYuan / 1_000_000)
}

/** A complaint of the API's schema about a price, in the unit of its box. */
export function issueInYuan(issue: FieldIssue): FieldIssue {
  if (!/MicroYuan(?:PerMillion)?$/.test(issue.path)) return issue
  const bounds = Object.entries(issue.params).filter(([name]) => name === 'minimum' || name === 'maximum')
  const inYuan = bounds.map(([name, microYuan]) => [name, Number(microYuan) / 1_000_000])
  return { ...issue, params: { ...issue.params, ...Object.fromEntries(inYuan) } }
}

function toMicroYuan(yuan: string): number | undefined {
  return yuan.trim() === '' ? undefined : Math.round(Number(yuan) * 1_000_000)
}

function toNumber(text: string): number | undefined {
  return text.trim() === '' ? undefined : Number(text)
}

function toNumberOrNull(text: string): number | null {
  return text.trim() === '' ? null : Number(text)
}

function toText(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value)
}

/** `2026-11-24T09:00` on Shanghai's clock, as a datetime-local box holds it. */
function toLocal(iso: string): string {
  return new Date(Date.parse(iso) + shanghaiOffsetMs).toISOString().slice(0, 16)
}

function fromLocal(local: string): string {
  const instant = Date.parse(`${local}:00+08:00`)
  return Number.isNaN(instant) ? '' : new Date(instant).toISOString()
}
