import type { PlatformKey } from '@mozhou/platforms/platforms'
import { describe, expect, it } from 'vitest'
import { readSandboxUrl } from '../ai/testing/env.ts'
import type { AccountSession } from './account-port.ts'
import { createConnector } from './registry.ts'
import { inputOf } from './testing/given-works.ts'
import { never, sandboxTarget } from './testing/sandbox-platform.ts'

const byHand: AccountSession = {
  credentials: { way: 'assisted', name: '小舟', url: null },
  renew: () => Promise.reject(new Error('there is nothing to renew')),
}

async function onShelf(
  act: 'shelf' | 'gone',
  body: unknown,
): Promise<{ address: string; shortAddress: string | null }> {
  const response = await fetch(`${readSandboxUrl()}/publishing/console/__ctl/${act}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return (await response.json()) as { address: string; shortAddress: string | null }
}

const connectorOf = (platform: PlatformKey) => createConnector(sandboxTarget(platform, {}))

describe.concurrent('published by hand (H 20)', () => {
  it.each(['toutiao', 'zhihu', 'jianshu'] as const)(
    'on %s: the page is found, and its title compared',
    async (platform) => {
      const connector = connectorOf(platform)
      const title = `周末露营 ${Math.random().toString(36).slice(2)}`
      const input = inputOf({ platform, contentType: 'article', route: 'assisted', title })
      const submission = await connector.submit(byHand, input, { version: 1 }, never)
      expect(submission).toMatchObject({
        outcome: 'awaiting_user',
        handoff: { kind: 'editor', mediaIds: ['cover', 'p1'] },
      })
      const { address } = await onShelf('shelf', { site: platform, title, body: '…' })
      const pasted = `《${title}》 ${address.replace('https:', 'http:')}?utm_source=share 复制打开`
      const check = await connector.checkAddress({ url: pasted, title }, never)
      expect(check).toMatchObject({ verdict: 'good', page: { seen: 'same', title }, evidence: { by: 'user' } })
      expect(check.verdict === 'good' && check.url).toBe(address)
      expect(await connector.checkAddress({ url: address, title: '别的题目' }, never)).toMatchObject({
        page: { seen: 'other', title },
      })
      const ref = { id: 'pub_1', names: { way: 'assisted', url: address } }
      expect(await connector.lookUp(byHand, ref, never)).toMatchObject({ state: 'published', evidence: { by: 'user' } })
      await onShelf('gone', { address })
      expect(await connector.lookUp(byHand, ref, never)).toMatchObject({ state: 'removed' })
      expect(await connector.checkAddress({ url: address, title }, never)).toMatchObject({
        verdict: 'bad',
        why: 'page_absent',
      })
    },
  )

  it('on 小红书: a short link leads to the note, which no program is shown', async () => {
    const connector = connectorOf('xiaohongshu')
    const { address, shortAddress } = await onShelf('shelf', { site: 'xiaohongshu', title: '周末露营', body: '' })
    const page = { seen: 'unseen', why: 'asks_to_sign_in' }
    expect(await connector.checkAddress({ url: shortAddress ?? '', title: '周末露营' }, never)).toMatchObject({
      verdict: 'good',
      url: address,
      page,
    })
    expect(await connector.checkAddress({ url: `${address}?xsec_token=AB1&from=app`, title: '' }, never)).toMatchObject(
      { url: `${address}?xsec_token=AB1`, page },
    )
  })

  it('on 今日头条: the link of its app leads to the page', async () => {
    const connector = connectorOf('toutiao')
    const title = `头条 ${Math.random().toString(36).slice(2)}`
    const { address, shortAddress } = await onShelf('shelf', { site: 'toutiao', title, body: '' })
    expect(await connector.checkAddress({ url: shortAddress ?? '', title }, never)).toMatchObject({
      verdict: 'good',
      url: address,
      page: { seen: 'same' },
    })
  })
})
