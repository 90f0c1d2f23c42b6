import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { TestI18n } from '../testing/test-i18n.tsx'
import { Button } from '../components/button.tsx'
import type { ToolFormState } from './create-tool-form.ts'
import { createToolForm } from './create-tool-form.ts'
import { testTool } from './test-tool.ts'
import type { ToolValues } from './tool-draft.ts'
import { ToolForm } from './tool-form.tsx'

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function show(input?: ToolValues) {
  const onSubmit = vi.fn<(values: ToolValues) => void>()
  let state: ToolFormState | undefined
  render(() => (
    <TestI18n>
      {(() => {
        state = createToolForm(testTool, input)
        return <ToolForm state={state} onSubmit={onSubmit} footer={<Button type="submit">生成</Button>} />
      })()}
    </TestI18n>
  ))
  if (!state) throw new Error('the form was not rendered')
  return { onSubmit, state }
}

const type = (label: string | RegExp, text: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value: text } })
function addTag(tag: string): void {
  const field = screen.getByLabelText('关键词')
  type('关键词', tag)
  fireEvent.keyDown(field, { key: 'Enter' })
}

const send = () => fireEvent.click(screen.getByRole('button', { name: '生成' }))

it('shows a labelled control for every field, filled with the defaults', () => {
  show()
  expect(screen.getByLabelText(/^主题/)).toHaveProperty('value', '')
  expect(screen.getByLabelText('补充').tagName).toBe('TEXTAREA')
  expect(screen.getByLabelText('关键词').tagName).toBe('INPUT')
  expect(screen.getByRole('radiogroup', { name: '语气' })).toBeTruthy()
  expect(screen.getByRole('radio', { name: '平静' })).toHaveProperty('checked', true)
  expect(screen.getByRole('combobox', { name: /结构/ }).textContent).toContain('清单')
  expect(screen.getByRole('spinbutton', { name: '字数' })).toHaveProperty('value', '1000')
  expect(screen.getByRole('slider', { name: '热度' })).toHaveProperty('value', '5')
  expect(screen.getByRole('checkbox', { name: '公开' })).toHaveProperty('checked', false)
})

it('leaves a field without a placeholder empty', () => {
  show()
  expect(screen.getByLabelText(/^主题/).getAttribute('placeholder')).toBeNull()
  expect(screen.getByLabelText('补充').getAttribute('placeholder')).toBeNull()
})

it('sends what was entered', async () => {
  const { onSubmit } = show()
  type(/^主题/, '人工智能')
  type('补充', '三个案例')
  fireEvent.click(screen.getByRole('radio', { name: '热烈' }))
  fireEvent.click(screen.getByRole('checkbox', { name: '公开' }))
  addTag('内容')
  send()
  await waitFor(() => expect(onSubmit).toHaveBeenCalledTimes(1))
  expect(onSubmit.mock.calls[0]?.[0]).toMatchObject({
    topic: '人工智能',
    notes: '三个案例',
    keywords: ['内容'],
    tone: 'loud',
    form: 'list',
    length: 1_000,
    isPublic: true,
  })
})

it('sends nothing while a field is wrong, and says which and why', async () => {
  const { onSubmit } = show()
  send()
  expect((await screen.findByRole('alert')).textContent).toBe('请填写主题')
  expect(screen.getByLabelText(/^主题/).getAttribute('aria-invalid')).toBe('true')
  expect(onSubmit).not.toHaveBeenCalled()
  type(/^主题/, '春')
  await waitFor(() => expect(screen.getByRole('alert').textContent).toBe('主题至少 2 个字'))
  type(/^主题/, '春'.repeat(21))
  await waitFor(() => expect(screen.getByRole('alert').textContent).toBe('主题最多 20 个字'))
  type(/^主题/, '春天')
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  send()
  await waitFor(() => expect(onSubmit).toHaveBeenCalledTimes(1))
})

it('leaves a field alone until the person has left it', async () => {
  show()
  type(/^主题/, '春')
  expect(screen.queryByRole('alert')).toBeNull()
  fireEvent.focusOut(screen.getByLabelText(/^主题/))
  expect((await screen.findByRole('alert')).textContent).toBe('主题至少 2 个字')
})

it('counts long texts and does not cut what is pasted', async () => {
  const { onSubmit } = show()
  type(/^主题/, '人工智能')
  type('补充', '字'.repeat(51))
  expect(screen.getByText('51/50')).toBeTruthy()
  expect(screen.getByLabelText('补充').getAttribute('aria-invalid')).toBe('true')
  send()
  expect((await screen.findByRole('alert')).textContent).toBe('补充最多 50 个字')
  expect(onSubmit).not.toHaveBeenCalled()
})

it('takes no more tags than the tool allows', async () => {
  const { state } = show({ topic: '春天', keywords: ['一', '二'] })
  addTag('三')
  expect(state.form.values()['keywords']).toEqual(['一', '二', '三'])
  addTag('四')
  expect(state.form.values()['keywords']).toEqual(['一', '二', '三'])
  expect(screen.getByText('3/3')).toBeTruthy()
})

it('opens the folded part when something in it is wrong', async () => {
  const { onSubmit } = show({ topic: '春天', reference: '字'.repeat(31) })
  const more = screen.getByRole('button', { name: '更多选项' })
  expect(more.getAttribute('aria-expanded')).toBe('false')
  send()
  expect((await screen.findByText('参考资料最多 30 个字')).getAttribute('role')).toBe('alert')
  expect(screen.getByRole('button', { name: '收起选项' }).getAttribute('aria-expanded')).toBe('true')
  expect(onSubmit).not.toHaveBeenCalled()
})

it('shows what the server had against a field, and what it had against anything else', async () => {
  const { state } = show({ topic: '春天' })
  state.showServerIssues([
    { path: 'input.topic', rule: 'too_small', params: { minimum: 5, origin: 'string' } },
    { path: 'modelId', rule: 'id', params: {} },
  ])
  expect(await screen.findByText('主题至少 5 个字')).toBeTruthy()
  expect(screen.getByText('modelId不是有效的编号')).toBeTruthy()
})

it('asks for a field only where another one calls for it, and does not send what it holds elsewhere', async () => {
  const { onSubmit, state } = show({ topic: '春天', form: 'story', moral: '善'.repeat(31) })
  type('寓意', '善有善报')
  state.form.set('form', 'list')
  expect(screen.queryByLabelText('寓意')).toBeNull()
  send()
  await waitFor(() => expect(onSubmit).toHaveBeenCalledTimes(1))
  expect(onSubmit.mock.calls[0]?.[0]).toMatchObject({ form: 'list', moral: '' })
  state.form.set('form', 'story')
  expect(screen.getByLabelText('寓意')).toHaveProperty('value', '善有善报')
  send()
  await waitFor(() => expect(onSubmit).toHaveBeenCalledTimes(2))
  expect(onSubmit.mock.calls[1]?.[0]).toMatchObject({ form: 'story', moral: '善有善报' })
})

it('finds no fault with what it does not ask for', async () => {
  const { onSubmit } = show({ topic: '春天', form: 'list', moral: '善'.repeat(31) })
  send()
  await waitFor(() => expect(onSubmit).toHaveBeenCalledTimes(1))
})

it('sends on Ctrl+Enter from anywhere on the page', async () => {
  const { onSubmit } = show({ topic: '春天来了' })
  fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true })
  await waitFor(() => expect(onSubmit).toHaveBeenCalledTimes(1))
})

it('remembers an unsent form, and forgets it once it is sent', () => {
  vi.useFakeTimers()
  const first = show()
  type(/^主题/, '写了一半')
  vi.advanceTimersByTime(500)
  cleanup()
  const second = show()
  expect(screen.getByLabelText(/^主题/)).toHaveProperty('value', '写了一半')
  expect([first.state.hasRestoredDraft, second.state.hasRestoredDraft]).toEqual([false, true])
  second.state.forgetDraft()
  cleanup()
  show()
  expect(screen.getByLabelText(/^主题/)).toHaveProperty('value', '')
})

it.each([
  ['a reload', () => dispatchEvent(new Event('pagehide'))],
  ['a walk to another page', () => cleanup()],
])('keeps what was typed just before %s', (_, leave) => {
  vi.useFakeTimers()
  show()
  type(/^主题/, '最后一个字')
  leave()
  cleanup()
  show()
  expect(screen.getByLabelText(/^主题/)).toHaveProperty('value', '最后一个字')
})

it('leaves another tab’s draft alone, and says that what is typed here stays in this one', () => {
  vi.useFakeTimers()
  show()
  localStorage.setItem('mozhou.draft.test-tool', JSON.stringify({ topic: '那边的' }))
  type(/^主题/, '这边的')
  vi.advanceTimersByTime(500)
  expect(screen.getByText(/只留在这个标签页/)).toBeTruthy()
  expect(localStorage.getItem('mozhou.draft.test-tool')).toContain('那边的')
  cleanup()
  show()
  expect(screen.getByLabelText(/^主题/)).toHaveProperty('value', '这边的')
})

it('takes over of an old draft only what still fits the form', () => {
  localStorage.setItem('mozhou.draft.test-tool', JSON.stringify({ topic: '旧稿', keywords: '不是列表', gone: 1 }))
  const { state } = show()
  expect(state.form.values()).toMatchObject({ topic: '旧稿', keywords: [], length: 1_000 })
  expect(state.form.values()).not.toHaveProperty('gone')
})
