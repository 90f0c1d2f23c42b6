import { cleanup, fireEvent, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, it } from 'vitest'
import { showInApp } from '../../../testing/show-in-app.tsx'
import { VersionTree } from './version-tree.tsx'

afterEach(cleanup)

const version = (id: string, parentId: string | null) => ({
  id,
  parentId,
  title: `版本 ${id}`,
  facts: '刚刚',
  thumbnails: [],
})

async function showTree() {
  const [shownId, setShownId] = createSignal<string | null>('c')
  await showInApp(() => (
    <VersionTree
      versions={[version('a', null), version('b', 'a'), version('c', 'a'), version('d', 'b')]}
      currentId="d"
      shownId={shownId()}
      onShow={setShownId}
    />
  ))
  return { shownId }
}

const rowOf = (title: string) => screen.getByRole('treeitem', { name: new RegExp(title) })

it('tells which version is current, which one is shown, and how deep each lies', async () => {
  await showTree()
  expect(rowOf('版本 d').textContent).toContain('当前')
  expect(rowOf('版本 c').getAttribute('aria-selected')).toBe('true')
  expect(screen.getAllByRole('treeitem').map((row) => row.getAttribute('aria-level'))).toEqual(['1', '2', '3', '2'])
})

it('is one stop of the tab key, and arrow keys lead along the branches', async () => {
  const { shownId } = await showTree()
  expect(screen.getAllByRole('treeitem').filter((row) => row.tabIndex === 0)).toEqual([rowOf('版本 c')])
  const press = (key: string) => fireEvent.keyDown(rowOf(`版本 ${shownId()}`), { key })
  press('ArrowLeft')
  expect(shownId()).toBe('a')
  expect(document.activeElement).toBe(rowOf('版本 a'))
  press('ArrowRight')
  press('ArrowDown')
  expect(shownId()).toBe('d')
  press('End')
  expect(shownId()).toBe('c')
  press('ArrowDown')
  expect(shownId()).toBe('c')
})
