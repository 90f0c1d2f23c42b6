import { imageToolKeys } from '@mozhou/contracts/image-tools/registry'
import { cleanup, screen } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { me } from '../../session/queries.ts'
import { quietClient, showInApp } from '../../testing/show-in-app.tsx'
import { imageTools } from '../images/queries.ts'
import { PictureToolCard } from './picture-tool-card.tsx'

afterEach(cleanup)

const prices = [{ tool: 'image-upscale', quality: 'standard', credits: 25 }]

it.each(imageToolKeys)('says what a picture of %s costs, with an icon', async (tool) => {
  const client = quietClient([[imageTools().queryKey, { prices }]])
  await showInApp(() => <PictureToolCard tool={tool} />, client)
  const link = screen.getByRole('link')
  expect(link.textContent).toContain(tool === 'image-upscale' ? '25 积分 / 张' : '10 积分 / 张')
  expect(link.querySelectorAll('svg')).toHaveLength(2)
})

it('costs members nothing', async () => {
  const client = quietClient([[me().queryKey, { membership: { isMember: true, benefits: null } }]])
  await showInApp(() => <PictureToolCard tool="image-edit" />, client)
  expect(screen.getByRole('link').textContent).toContain('会员免费')
})
