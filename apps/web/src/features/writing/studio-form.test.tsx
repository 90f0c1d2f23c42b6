import { wechatArticle } from '@mozhou/contracts/tools/wechat-article/tool'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import { createToolForm } from '@mozhou/ui/forms/create-tool-form'
import { cleanup, screen } from '@solidjs/testing-library'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { quietClient, showInApp } from '../../testing/show-in-app.tsx'
import { me, myBalance, systemInfo } from '../../session/queries.ts'
import { modelOptions } from './queries.ts'
import type { StudioContext } from './studio-context.ts'
import { StudioForm } from './studio-form.tsx'

beforeEach(() => localStorage.clear())
afterEach(cleanup)

function show(isOpenCreation: boolean) {
  const tool = wechatArticle as ToolDefinition
  const client = quietClient([
    [me().queryKey, { membership: { isMember: false } }],
    [myBalance().queryKey, { credits: 50, cashFen: 0 }],
    [systemInfo().queryKey, { priceCredits: 10 }],
    [modelOptions().queryKey, []],
  ])
  return showInApp(() => {
    const context: StudioContext = {
      tool,
      state: createToolForm(tool, {}),
      start: { press: () => {}, isPending: () => false, refusal: () => null, reset: () => {} },
      started: () => null,
      setStarted: () => {},
      isWriting: () => false,
      setIsWriting: () => {},
      beginWith: () => {},
      formInput: () => ({}),
    }
    return <StudioForm context={context} isOpenCreation={isOpenCreation} onSubmit={() => {}} onNew={() => {}} />
  }, client)
}

it('says before it is pressed that the button writes a new work, where one is open', async () => {
  await show(true)
  const button = screen.getByRole('button', { name: /^开始生成/ })
  expect(button.textContent).toBe('开始生成新作品 · 10 积分')
  const hint = document.getElementById(button.getAttribute('aria-describedby') ?? '')
  expect(hint?.textContent).toMatch(/另写一篇新作品，打开的这篇不变.*“重新生成”/)
})

it('says no more than the price where none is open', async () => {
  await show(false)
  expect(screen.getByRole('button', { name: /^开始生成/ }).textContent).toBe('开始生成 · 10 积分')
  expect(screen.queryByText(/新作品/)).toBeNull()
})
