import { wechatArticle } from '@mozhou/contracts/tools/wechat-article/tool'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import { cleanup, screen } from '@solidjs/testing-library'
import type { QueryKey } from '@tanstack/solid-query'
import { afterEach, expect, it } from 'vitest'
import { quietClient, showInApp } from '../../testing/show-in-app.tsx'
import { creationById } from '../works/queries.ts'
import { OpenedCreation } from './opened-creation.tsx'

afterEach(cleanup)

it('a work that is read again, as at its end, leaves what is being typed beside it', async () => {
  const tool = wechatArticle as ToolDefinition
  const queryKey: QueryKey = creationById('1').queryKey
  const stored = { id: '1', tool: tool.key, input: { topic: '夜跑' }, status: 'running', deletedAt: null }
  const client = quietClient([[queryKey, stored]])
  await showInApp(
    () => (
      <OpenedCreation creationId="1" tool={tool}>
        {(input) => <input aria-label="题目" value={String(input['topic'])} />}
      </OpenedCreation>
    ),
    client,
  )
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: '题目' })
  field.value = '晨跑'
  client.setQueryData(queryKey, { ...stored, status: 'succeeded' })
  await Promise.resolve()
  expect(screen.getByRole('textbox', { name: '题目' })).toBe(field)
  expect(field.value).toBe('晨跑')
})
