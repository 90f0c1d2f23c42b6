import type { CampaignAudience } from '@mozhou/contracts/campaigns/rule'
import { cleanup, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { I18nProvider } from '../../i18n/i18n.ts'
import { useAudienceWords } from './use-audience-words.ts'

afterEach(cleanup)

function Words(props: { audience: CampaignAudience }) {
  const words = useAudienceWords()
  return <p data-testid="words">{words(props.audience)}</p>
}
async function wordsOf(audience: CampaignAudience): Promise<string> {
  render(() => (
    <I18nProvider>
      <Words audience={audience} />
    </I18nProvider>
  ))
  const text = (await screen.findByTestId('words')).textContent
  cleanup()
  return text
}

it.each([
  [{ kind: 'all' }, '所有用户'],
  [{ kind: 'new', days: 7 }, '新用户：7 天'],
  [{ kind: 'spent_over', fen: 10_000 }, '累计消费超过：¥100.00'],
  [{ kind: 'list', people: 1_200 }, '名单：1,200 人'],
  [{ kind: 'segment', name: '全部', search: {} }, '用户筛选“全部”（保存活动时定下）：不限条件'],
  [
    {
      kind: 'segment',
      name: '老朋友',
      search: { search: ' zhaoyun ', role: 'creator', status: 'active', from: '2026-02-01', to: '2026-02-28' },
    },
    '用户筛选“老朋友”（保存活动时定下）：名字、邮箱或编号含“zhaoyun” · 角色 创作者 · 状态 正常 · 注册于 2026-02-01 至 2026-02-28',
  ],
  [
    { kind: 'segment', name: '新来的', search: { from: '2026-02-01' } },
    '用户筛选“新来的”（保存活动时定下）：注册于 2026-02-01 至 …',
  ],
] satisfies [CampaignAudience, string][])('says of %j whom it means', async (audience, words) => {
  expect(await wordsOf(audience)).toBe(words)
})
