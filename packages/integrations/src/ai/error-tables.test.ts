import type { TextVendorKey } from '@mozhou/contracts/models/vendor-keys'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTextModel } from './registry.ts'
import { collectAnswer } from './testing/collect-answer.ts'
import * as rowsOf from './testing/error-rows.ts'
import { textTarget } from './testing/text-target.ts'
import { jsonOf, startVendorServer, type VendorServer } from './testing/vendor-server.ts'
import { anthropicErrors } from './vendors/anthropic-errors.ts'
import { baiduErrors } from './vendors/baidu.ts'
import { openAiErrors } from './vendors/openai.ts'
import { qwenErrors } from './vendors/qwen.ts'
import { zhipuErrors } from './vendors/zhipu.ts'

let server: VendorServer
beforeAll(async () => {
  server = await startVendorServer()
})
afterAll(() => server.stop())

async function refuse(vendor: TextVendorKey, status: number, body: unknown) {
  server.play(jsonOf(status, body))
  const { failure } = await collectAnswer(createTextModel(textTarget(vendor, server.url)))
  return { kind: failure?.kind, vendorCode: failure?.details.vendorCode }
}

describe('OpenAI', () => {
  it.each(rowsOf.openAiRows)('%i %s is %s', async (status, code, kind) => {
    const body = { error: { message: 'm', type: 'invalid_request_error', param: null, code } }
    expect(await refuse('openai', status, body)).toEqual({ kind, vendorCode: code })
  })

  it('reads the type where the code is empty, also in a stream that had begun', async () => {
    const error = { message: 'm', type: 'insufficient_quota', param: null, code: null }
    expect(await refuse('openai', 429, { error })).toMatchObject({ kind: 'quota_exhausted' })
    const late = { error: { ...error, type: 'invalid_request_error' } }
    expect(await refuse('openai', 200, late)).toMatchObject({ kind: 'invalid_request' })
    expect(await refuse('openai', 401, late)).toMatchObject({ kind: 'credentials' })
  })
})

describe('Qwen', () => {
  it.each(rowsOf.qwenRows)('%i %s is %s', async (status, code, kind) => {
    const body = { error: { message: 'm', type: code, param: null, code }, request_id: 'r-1' }
    expect(await refuse('qwen', status, body)).toEqual({ kind, vendorCode: code })
  })

  it('reads the flat shape of the native interface too', async () => {
    const body = { code: 'DataInspectionFailed', message: 'm', request_id: 'r-1' }
    expect(await refuse('qwen', 400, body)).toEqual({ kind: 'content_rejected', vendorCode: 'DataInspectionFailed' })
  })
})

describe('Zhipu', () => {
  it.each(rowsOf.zhipuRows)('%i %s is %s', async (status, code, kind) => {
    expect(await refuse('zhipu', status, { error: { code, message: 'm' } })).toEqual({ kind, vendorCode: code })
  })
})

describe('Baidu', () => {
  it.each(rowsOf.baiduRows)('%i %s is %s', async (status, code, kind) => {
    const body = { error: { code, message: 'm', type: 'invalid_request_error' }, id: 'as-1' }
    expect(await refuse('baidu', status, body)).toEqual({ kind, vendorCode: code })
  })

  it.each(rowsOf.baiduNumbers)('%i error_code %s is %s', async (status, code, kind) => {
    const body = { error_code: Number(code), error_msg: 'm', id: 'as-1' }
    expect(await refuse('baidu', status, body)).toEqual({ kind, vendorCode: code })
  })

  it('reads the flat body that comes with HTTP 200', async () => {
    const body = { code: 'rpm_rate_limit_exceeded', msg: 'm' }
    expect(await refuse('baidu', 200, body)).toEqual({ kind: 'rate_limited', vendorCode: 'rpm_rate_limit_exceeded' })
    expect(await refuse('baidu', 200, { code: 336501, msg: 'm' })).toEqual({
      kind: 'rate_limited',
      vendorCode: '336501',
    })
  })
})

describe('Anthropic', () => {
  it.each(rowsOf.anthropicRows)('%i %s is %s', async (status, type, kind) => {
    const body = { type: 'error', error: { type, message: 'm' }, request_id: 'req_1' }
    expect(await refuse('anthropic', status, body)).toEqual({ kind, vendorCode: type })
  })

  it.each(rowsOf.anthropicDetails)('%i with details %s is %s', async (status, code, kind) => {
    const error = { type: 'rate_limit_error', message: 'm', details: { error_code: code } }
    expect(await refuse('anthropic', status, { type: 'error', error })).toEqual({ kind, vendorCode: code })
  })
})

it('one word may mean different things at different vendors', async () => {
  const body = { error: { message: 'm', type: 'insufficient_quota', param: null, code: 'insufficient_quota' } }
  expect((await refuse('openai', 429, body)).kind).toBe('quota_exhausted')
  expect((await refuse('qwen', 429, body)).kind).toBe('rate_limited')
})

it('an unknown code falls back to the status', async () => {
  const body = { error: { message: 'm', type: 'toString', param: null, code: 'constructor' } }
  expect(await refuse('openai', 403, body)).toEqual({ kind: 'credentials', vendorCode: 'constructor' })
  expect((await refuse('openai', 503, body)).kind).toBe('unavailable')
})

it.each([
  ['openai', openAiErrors, rowsOf.openAiRows],
  ['qwen', qwenErrors, rowsOf.qwenRows],
  ['zhipu', zhipuErrors, rowsOf.zhipuRows],
  ['baidu', baiduErrors, [...rowsOf.baiduRows, ...rowsOf.baiduNumbers]],
  ['anthropic', anthropicErrors, [...rowsOf.anthropicRows, ...rowsOf.anthropicDetails]],
] as const)('every row of the %s table is covered above', (_vendor, table, rows) => {
  const covered = rows.flatMap(([status, code]) => [code, `${code}@${status}`])
  const uncovered = Object.keys(table).filter((key) => !covered.includes(key))
  expect(uncovered).toEqual(_vendor === 'openai' ? ['invalid_request_error@200'] : [])
})
