import type { ToolResult } from '@mozhou/contracts/results/section'
import type { ToolCheck } from '@mozhou/contracts/tools/check-answer'
import { storedJson } from './stored.ts'

/** A form of whatever tool and age: its fields are read by the tool's schema alone. */
export const storedForm = storedJson('a form', isRecord)
export const storedResult = storedJson('creation_versions.result', isResult)
export const storedChecks = storedJson('creation_versions.checks', isChecks)
/** What a request was answered with; null while it has no answer. */
export const storedAnswer = storedJson('requests.answer', (value) => value === null || isRecord(value))

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const isText = (value: unknown) => typeof value === 'string'

function isResult(value: unknown): value is ToolResult {
  return isRecord(value) && Object.values(value).every((part) => isText(part) || isList(part))
}

const isList = (part: unknown) => Array.isArray(part) && (part.every(isText) || part.every(isRow))

const isRow = (row: unknown) =>
  isRecord(row) && Object.values(row).every((cell) => isText(cell) || typeof cell === 'number')

function isChecks(value: unknown): value is ToolCheck[] {
  return Array.isArray(value) && value.every(isCheck)
}

const severities: Record<ToolCheck['severity'], true> = { ok: true, info: true, warn: true }

const isCheck = (check: unknown) =>
  isRecord(check) &&
  isText(check['rule']) &&
  isText(check['severity']) &&
  Object.hasOwn(severities, check['severity']) &&
  isWording(check['label']) &&
  isWording(check['detail'])

const isWording = (value: unknown) => isRecord(value) && isText(value['zh']) && isText(value['en'])
