import type { Exchange } from '../../core/exchange.ts'
import type { FailureFault } from '../chat/chat-faults.ts'

export interface DashScopeFailure {
  status: number
  code: string
  type: string
  message: string
}

export const invalidApiKey: DashScopeFailure = {
  status: 401,
  code: 'invalid_api_key',
  type: 'invalid_request_error',
  message:
    'Incorrect API key provided. For details, see: https://help.aliyun.com/zh/model-studio/error-code#apikey-error',
}

export const arrearage: DashScopeFailure = {
  status: 400,
  code: 'Arrearage',
  type: 'Arrearage',
  message:
    'Access denied, please make sure your account is in good standing. For details, see: https://help.aliyun.com/zh/model-studio/error-code#overdue-payment',
}

export const inspectionFailed: DashScopeFailure = {
  status: 400,
  code: 'data_inspection_failed',
  type: 'data_inspection_failed',
  message: 'Output data may contain inappropriate content.',
}

export const internalError: DashScopeFailure = {
  status: 500,
  code: 'internal_error',
  type: 'internal_error',
  message: 'An internal error has occured, please try again later or contact service support.',
}

export function modelNotFound(model: string): DashScopeFailure {
  return {
    status: 404,
    code: 'model_not_found',
    type: 'invalid_request_error',
    message: `The model \`${model}\` does not exist or you do not have access to it.`,
  }
}

export function invalidParameter(message: string): DashScopeFailure {
  return {
    status: 400,
    code: 'invalid_parameter_error',
    type: 'invalid_request_error',
    message,
  }
}

const requestLimit: DashScopeFailure = {
  status: 429,
  code: 'limit_requests',
  type: 'limit_requests',
  message:
    'You have exceeded your current request limit. For details, see: https://help.aliyun.com/zh/model-studio/error-code#rate-limit',
}

/** Reads like billing and is a throttle: tokens per minute are used up. */
const tokenLimit: DashScopeFailure = {
  status: 429,
  code: 'insufficient_quota',
  type: 'insufficient_quota',
  message: 'You exceeded your current quota, please check your plan and billing details. Allocated quota exceeded.',
}

const unavailable: DashScopeFailure = {
  status: 503,
  code: 'model_unavailable',
  type: 'service_unavailable',
  message: 'Model is unavailable, please try again later.',
}

const inputInspectionFailed: DashScopeFailure = {
  ...inspectionFailed,
  message: 'Input data may contain inappropriate content.',
}

/** `retired` names the model and is made when asked for. */
const failures: Record<Exclude<FailureFault, 'retired'>, DashScopeFailure> = {
  'bad-key': invalidApiKey,
  'rate-limit': requestLimit,
  'rate-limit-tokens': tokenLimit,
  billing: arrearage,
  'billing-as-request': arrearage,
  'billing-limit': arrearage,
  'content-block': inputInspectionFailed,
  refusal: inputInspectionFailed,
  overloaded: unavailable,
  'server-error': internalError,
  'context-too-long': invalidParameter('Range of input length should be [1, 129024]'),
}

export function dashScopeFailure(exchange: Exchange, fault: FailureFault): DashScopeFailure {
  return fault === 'retired' ? modelNotFound(exchange.record.model ?? 'unknown') : failures[fault]
}
