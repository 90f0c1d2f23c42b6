import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import type { FailureShape } from '../chat/chat-protocol.ts'
import type { Exchange } from '../../core/exchange.ts'
import type { FailureFault } from '../chat/chat-faults.ts'

interface Known {
  status: number
  zh: string
  en: string
}

/** The vendor's business codes that the sandbox answers with (reference 4.3); the code travels as a string. */
const known = {
  '1000': { status: 401, zh: '身份验证失败。', en: 'Authentication Failed' },
  '1001': {
    status: 401,
    zh: 'Header中未收到Authorization参数，无法进行身份验证。',
    en: 'Authentication parameter not received in Header, unable to authenticate',
  },
  '1002': {
    status: 401,
    zh: 'Authorization Token非法，请确认Authorization Token正确传递。',
    en: 'Invalid Authentication Token, please confirm the correct transmission of Authentication Token',
  },
  '1003': {
    status: 401,
    zh: 'Authorization Token已过期，请重新生成/获取Authorization Token。',
    en: 'Authentication Token expired, please regenerate/obtain',
  },
  '1112': {
    status: 401,
    zh: '您的账户已被锁定，请联系客服解锁。',
    en: 'Your account has been locked, please contact customer service to unlock it',
  },
  '1113': {
    status: 429,
    zh: '您的账户已欠费，请充值后重试。',
    en: 'Your account is in arrears. Please recharge and try again',
  },
  '1200': { status: 500, zh: 'API调用失败。', en: 'API Call Failed' },
  '1210': {
    status: 400,
    zh: 'API调用参数有误，请检查文档。',
    en: 'Incorrect API call parameters, please check the documentation',
  },
  '1211': { status: 400, zh: '模型不存在，请检查模型代码。', en: 'Unknown Model, please check the model code.' },
  '1213': { status: 400, zh: '未正常接收到{}参数。', en: 'The {} parameter was not received properly' },
  '1214': { status: 400, zh: '{}参数非法。请检查文档。', en: 'Invalid {} parameter. Please check the documentation' },
  '1261': { status: 400, zh: 'Prompt 超长', en: 'Prompt is too long' },
  '1301': {
    status: 400,
    zh: '系统检测到输入或生成内容可能包含不安全或敏感内容，请您避免输入易产生敏感内容的提示语，感谢您的配合。',
    en: 'The system has detected potentially unsafe or sensitive content in the input or generation.',
  },
  '1302': { status: 429, zh: '您的账户已达到速率限制，请您控制请求频率', en: 'Rate limit reached for requests' },
  '1303': {
    status: 429,
    zh: '您当前使用该 API 的频率过高，请降低频率，或联系客服增加限额。',
    en: 'Frequency too high for this API',
  },
  '1305': {
    status: 429,
    zh: '该模型当前访问量过大，请您稍后再试',
    en: 'The service may be temporarily overloaded, please try again later',
  },
} as const satisfies Record<string, Known>

export type ZhipuCode = keyof typeof known

export function zhipuErrorBody(exchange: Exchange, code: ZhipuCode, subject = '') {
  const isEnglish = /^en/i.test(exchange.request.headers['accept-language'] ?? '')
  const message = known[code][isEnglish ? 'en' : 'zh'].replace('{}', subject)
  return {
    error: { code, message },
    ...(code === '1301' && { contentFilter: [{ level: 1, role: 'user' }] }),
  }
}

export function zhipuError(exchange: Exchange, code: ZhipuCode, subject = ''): VendorAnswer {
  return jsonAnswer(known[code].status, zhipuErrorBody(exchange, code, subject))
}

const failureCodes: Record<FailureFault, ZhipuCode> = {
  'bad-key': '1000',
  'rate-limit': '1302',
  'rate-limit-tokens': '1303',
  billing: '1113',
  'billing-as-request': '1113',
  'billing-limit': '1113',
  'content-block': '1301',
  refusal: '1301',
  retired: '1211',
  overloaded: '1305',
  'server-error': '1200',
  'context-too-long': '1261',
}

export function zhipuFailure(exchange: Exchange, fault: FailureFault): FailureShape {
  return zhipuError(exchange, failureCodes[fault])
}
