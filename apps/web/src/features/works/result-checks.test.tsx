import type { ToolCheck } from '@mozhou/contracts/tools/check-answer'
import { cleanup, render } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { I18nProvider } from '../../i18n/i18n.ts'
import { ResultChecks } from './result-checks.tsx'

afterEach(cleanup)

const check = (rule: string, severity: ToolCheck['severity']): ToolCheck => ({
  rule,
  severity,
  label: { zh: rule, en: rule },
  detail: { zh: `${rule}的结果`, en: rule },
})
const show = (checks: readonly ToolCheck[]) =>
  render(() => (
    <I18nProvider>
      <ResultChecks checks={checks} />
    </I18nProvider>
  )).container

it('says what was looked at and what came of it, and lists each of them', () => {
  const shown = show([check('字数', 'ok'), check('数字', 'warn'), check('结尾', 'ok'), check('标识', 'info')])
  expect(shown.querySelector('summary')?.textContent).toBe('检查了 3 项，2 项通过，1 项请核对；另有 1 条提示')
  expect([...shown.querySelectorAll('li')].map((line) => line.textContent)).toEqual([
    '数字 · 数字的结果',
    '标识 · 标识的结果',
    '字数 · 字数的结果',
    '结尾 · 结尾的结果',
  ])
})

it('does not speak well of what nobody looked at', () => {
  expect(show([check('标识', 'info')]).querySelector('summary')?.textContent).toBe('没有检查任何一项；另有 1 条提示')
  expect(show([]).textContent).toContain('没有检查任何一项')
})
