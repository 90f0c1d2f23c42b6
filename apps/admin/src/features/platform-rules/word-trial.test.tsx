import { cleanup, fireEvent, render } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { I18nProvider } from '../../i18n/i18n.ts'
import { readWordLines } from './word-lines.ts'
import { WordDiff } from './word-diff.tsx'
import { WordTrial } from './word-trial.tsx'

afterEach(cleanup)

const { terms } = readWordLines('内部词 | 拦截 | 小红书 | 内部词典\n别处 | 提示')

it('tries the list as it is being written on the platform that is chosen', () => {
  const { container, getByRole, getByLabelText } = render(() => (
    <I18nProvider>
      <WordTrial terms={terms} />
    </I18nProvider>
  ))
  const said = () => container.querySelector('[role=status]')?.textContent
  fireEvent.input(getByLabelText('文字'), { target: { value: '查内部词典，说内部词，去别处。' } })
  expect(said()).toContain('找到 1 处')
  fireEvent.click(getByRole('radio', { name: '小红书' }))
  expect(said()).toContain('找到 2 处')
  expect(said()).toContain('拒绝')
})

it('shows what comes and goes, and that nothing does', () => {
  const { container } = render(() => (
    <I18nProvider>
      <WordDiff held={'甲\n乙'} text={'乙\n丙'} />
      <WordDiff held="甲" text="甲" />
    </I18nProvider>
  ))
  expect(container.querySelector('del')?.textContent).toBe('甲')
  expect(container.querySelector('ins')?.textContent).toBe('丙')
  expect(container.textContent).toContain('和在用版本一样')
})
