import { AppError } from '@mozhou/contracts/errors'
import { TRPCError } from '@trpc/server'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { isFault, toAppError, toTrpcError, toWireError } from './errors.ts'

const prismaError = (code: string, cause: object) =>
  Object.assign(new Error('at 10.0.0.7:5432'), { code, meta: { driverAdapterError: { cause } } })

it('keeps the code of a business refusal through tRPC', () => {
  const refusal = new AppError('CREDITS_INSUFFICIENT', { balance: 3, needed: 10 })
  expect(toAppError(toTrpcError(refusal))).toBe(refusal)
  expect(toTrpcError(refusal).code).toBe('PAYMENT_REQUIRED')
  expect(isFault(refusal)).toBe(false)
})

it('says nothing about an unexpected error but that it happened', () => {
  const error = toAppError(new Error('password of db is hunter2'))
  expect(isFault(error)).toBe(true)
  expect(toWireError(error, 'request-1')).toEqual({ code: 'INTERNAL', params: {}, requestId: 'request-1' })
})

it.each([
  prismaError('P2010', { kind: 'DatabaseNotReachable' }),
  prismaError('P2010', { kind: 'postgres', code: '57P01' }),
  prismaError('P2028', {}),
  prismaError('P2010', { kind: 'SocketTimeout' }),
  prismaError('P2010', { kind: 'postgres', code: '53100' }),
  prismaError('P2010', { kind: 'postgres', code: '25006' }),
  prismaError('P2010', { kind: 'postgres', code: '57014' }),
  new Error('timeout exceeded when trying to connect'),
  new Error('Connection terminated due to connection timeout'),
  new Error('Client has encountered a connection error and is not queryable'),
])('tells that the service is away when the database is: %o', (cause) => {
  const error = toAppError(new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause }))
  expect(error.code).toBe('SERVICE_UNAVAILABLE')
  expect(isFault(error)).toBe(true)
})

it('does not take a wrong query for an absent database', () => {
  expect(toAppError(prismaError('P2010', { kind: 'postgres', code: '42703' })).code).toBe('INTERNAL')
})

it('names every field and the rule it broke, and never the value', () => {
  const schema = z.object({
    username: z.string().min(2),
    password: z.string().refine((text) => text.length > 80, { params: { rule: 'max_bytes', maximum: 72 } }),
    kind: z.enum(['a', 'b']),
  })
  const result = schema.safeParse({ username: 'x', password: 'geheim', kind: 'geheim' })
  const wire = toWireError(toAppError(new TRPCError({ code: 'BAD_REQUEST', cause: result.error })), 'r')
  expect(wire.code).toBe('VALIDATION_FAILED')
  expect(wire.fields).toMatchObject([
    { path: 'username', rule: 'too_small', params: { minimum: 2 } },
    { path: 'password', rule: 'max_bytes', params: { maximum: 72 } },
    { path: 'kind', rule: 'invalid_value' },
  ])
  expect(JSON.stringify(wire)).not.toContain('geheim')
})

it('tells what is not there from what is of another type', () => {
  const schema = z.object({ a: z.string(), b: z.string(), c: z.string(), d: z.array(z.string()), e: z.int() })
  const result = schema.safeParse({ b: null, c: 123, d: 'tea', e: '5' })
  const wire = toWireError(toAppError(new TRPCError({ code: 'BAD_REQUEST', cause: result.error })), 'r')
  expect(wire.fields).toEqual([
    { path: 'a', rule: 'invalid_type', params: { expected: 'string', isEmpty: 1 } },
    { path: 'b', rule: 'invalid_type', params: { expected: 'string', isEmpty: 1 } },
    { path: 'c', rule: 'invalid_type', params: { expected: 'string' } },
    { path: 'd', rule: 'invalid_type', params: { expected: 'array' } },
    { path: 'e', rule: 'invalid_type', params: expect.objectContaining({ expected: expect.any(String) }) },
  ])
})

it('names the field of a rule that the domain keeps', () => {
  const wire = toWireError(new AppError('VALIDATION_FAILED', { field: 'cursor', rule: 'cursor' }), 'r')
  expect(wire.fields).toEqual([{ path: 'cursor', rule: 'cursor', params: {} }])
})
