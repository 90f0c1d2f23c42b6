import { expect, it } from 'vitest'
import { context } from './pages.ts'
import { router } from './routes.tsx'

it('leads from every line of the menu to a page', () => {
  expect(Object.keys(router.routesByPath)).toEqual(expect.arrayContaining(context.menu.map(({ to }) => to)))
})
