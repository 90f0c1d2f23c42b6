import { cleanup, fireEvent, render } from '@solidjs/testing-library'
import { afterEach, expect, it, vi } from 'vitest'
import { I18nProvider } from '../../../i18n/i18n.ts'
import { SuggestionOffers } from './suggestion-offers.tsx'

afterEach(cleanup)

const show = (more: Partial<Parameters<typeof SuggestionOffers>[0]> = {}) => {
  const [onAsk, onUse] = [vi.fn(), vi.fn()]
  const shown = render(() => (
    <I18nProvider>
      <SuggestionOffers
        what="title"
        options={null}
        isPending={false}
        isCovered={false}
        onAsk={onAsk}
        onUse={onUse}
        {...more}
      />
    </I18nProvider>
  ))
  return { ...shown, onAsk, onUse }
}

it('says what asking costs before it is pressed, and nothing where it is covered', () => {
  const { getByRole, onAsk } = show()
  fireEvent.click(getByRole('button', { name: '请模型想短标题 · 1 积分' }))
  expect(onAsk).toHaveBeenCalledTimes(1)
  cleanup()
  expect(show({ isCovered: true, what: 'tags' }).getByRole('button', { name: '请模型找话题' })).toBeTruthy()
})

it('uses what is pressed and nothing else, and says what the rules have against it', () => {
  const wording = { zh: '标题至多 20 个字', en: '' }
  const finding = { code: 'xiaohongshu.title.max', severity: 'block' as const, wording }
  const { container, getByRole, onUse } = show({
    options: [
      { text: '山里住一晚', length: 5, findings: [] },
      { text: '长'.repeat(21), length: 21, findings: [finding] },
    ],
  })
  expect(onUse).not.toHaveBeenCalled()
  expect(container.querySelectorAll('li')[1]?.textContent).toContain('标题至多 20 个字')
  fireEvent.click(getByRole('button', { name: '用这个 山里住一晚' }))
  expect(onUse.mock.calls).toEqual([['山里住一晚']])
})

it('says so when the model gave nothing', () => {
  expect(show({ options: [] }).container.textContent).toContain('可以再请一次')
})
