import { AppError } from '@mozhou/contracts/errors'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { toRestError } from './rest-error.ts'

const request = { requestId: 'req-7', locale: 'zh-CN' as const, nameOf: (path: string) => path }

it('words code, fields and waiting time in both languages', () => {
  const invalid = new AppError('VALIDATION_FAILED', { field: 'topic', rule: 'too_small', origin: 'string', minimum: 2 })
  expect(toRestError(invalid, request)).toEqual({
    error: {
      code: 'VALIDATION_FAILED',
      message: '有内容不符合要求，没有提交，也没有扣积分。请按提示修改后重试。',
      params: {},
      fields: [{ path: 'topic', rule: 'too_small', message: 'topic至少 2 个字' }],
      requestId: 'req-7',
    },
  })
  const english = toRestError(invalid, { ...request, locale: 'en' })
  expect(english.error.fields[0]?.message).toBe('topic: at least 2 characters')
  const limited = new AppError('RATE_LIMITED', { retryAfterSeconds: 9 })
  expect(toRestError(limited, { ...request, locale: 'en' }).error.message).toContain('Try again in 9 seconds.')
})

it('tells what a refusal is about', () => {
  const params = { currentVersionId: 'ver_2', baseVersionId: 'ver_1' }
  expect(toRestError(new AppError('CREATION_CONFLICT', params), request).error).toMatchObject({ params, fields: [] })
})

it('names fields as the wire does', () => {
  const invalid = new AppError('VALIDATION_FAILED', { field: 'creationId', rule: 'id' })
  const { error } = toRestError(invalid, { ...request, nameOf: () => 'creation_id' })
  expect(error.fields).toEqual([{ path: 'creation_id', rule: 'id', message: 'creation_id不是有效的编号' }])
})

it('names what may be chosen, and the field of a refusal that no schema made', () => {
  const cause = z.object({ factor: z.literal([2, 4]) }).safeParse({ factor: 3 }).error
  const invalid = new AppError('VALIDATION_FAILED', {}, { cause })
  expect(toRestError(invalid, request).error.fields).toEqual([
    { path: 'factor', rule: 'invalid_value', message: 'factor 只能是其中一个：2, 4' },
  ])
  const { message, fields } = toRestError(new AppError('IMAGE_MASK_EMPTY', { field: 'mask' }), request).error
  expect(fields).toEqual([{ path: 'mask', rule: 'image_mask_empty', message }])
})
