import type { Locale } from '@mozhou/contracts/accounts/locales'
import type { RestErrorDto } from '@mozhou/contracts/requests/answers'
import { fillErrorText } from '@mozhou/contracts/error-text'
import type { AppError } from '@mozhou/contracts/errors'
import { errorsEn } from '@mozhou/contracts/errors.en'
import { errorsZh } from '@mozhou/contracts/errors.zh'
import { fieldIssueText } from '@mozhou/contracts/field-issue-text'
import { rulesEn, waitsEn } from '@mozhou/contracts/rules.en'
import { rulesZh, waitsZh } from '@mozhou/contracts/rules.zh'
import { toWireError } from '../errors.ts'

const dictionaries = {
  'zh-CN': { errors: errorsZh, rules: rulesZh, waits: waitsZh, whole: '请求内容' },
  en: { errors: errorsEn, rules: rulesEn, waits: waitsEn, whole: 'The request' },
}

/** An error as REST tells it: in words, and the fields by the names they have on the wire. */
export function toRestError(
  error: AppError,
  request: { requestId: string; locale: Locale; nameOf: (path: string) => string },
): RestErrorDto {
  const { errors, rules, waits, whole } = dictionaries[request.locale]
  const number = (value: number) => new Intl.NumberFormat(request.locale).format(value)
  const { code, params, requestId, fields = [] } = toWireError(error, request.requestId)
  const worded = fields.map((field) => {
    const path = request.nameOf(field.path)
    const { values } = field.params
    const isOneOf = field.rule === 'invalid_value' && typeof values === 'string'
    const label = path || whole
    return {
      path,
      rule: field.rule,
      message: isOneOf ? rules.oneOf(label, values) : fieldIssueText(rules, label, field, number),
    }
  })
  const message = fillErrorText(errors[code], params, { waits, number })
  // A refusal that no schema made may still be of one field.
  const { field } = params
  if (worded.length === 0 && typeof field === 'string')
    worded.push({ path: request.nameOf(field), rule: code.toLowerCase(), message })
  return { error: { code, message, params: code === 'VALIDATION_FAILED' ? {} : params, fields: worded, requestId } }
}
