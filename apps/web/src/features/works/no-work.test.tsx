import { cleanup, screen } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { showInApp } from '../../testing/show-in-app.tsx'
import { NoWork } from './no-work.tsx'
import { TrashNotice } from './trash-notice.tsx'

afterEach(cleanup)

const linkTo = (name: string) => screen.getByRole('link', { name }).getAttribute('href')

it('leads from a work that is not there back to the library', async () => {
  await showInApp(() => <NoWork />)
  expect(screen.getByText('你的作品库里没有这个作品', { selector: 'p' })).toBeTruthy()
  expect(screen.getByText(/彻底删除.*另一个账号/)).toBeTruthy()
  expect(linkTo('返回作品库')).toBe('/creations')
})

it('says of a work in the trash that it is there, and of no other', async () => {
  await showInApp(() => <TrashNotice creation={{ deletedAt: '2026-11-01T00:00:00.000Z' }} />)
  expect(screen.getByText('这个作品在回收站里')).toBeTruthy()
  expect(linkTo('看看回收站')).toBe('/creations/trash')
  cleanup()
  await showInApp(() => <TrashNotice creation={{ deletedAt: null }} />)
  expect(screen.queryByText('这个作品在回收站里')).toBeNull()
})
