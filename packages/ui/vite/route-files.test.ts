import { expect, it } from 'vitest'
import type { BuiltFile } from './route-files.ts'
import { filesOf } from './route-files.ts'

const file = (fileName: string, imports: string[], modules: string[], isEntry = false): BuiltFile => ({
  fileName,
  imports,
  isEntry,
  facadeModuleId: null,
  modules: Object.fromEntries(modules.map((id) => [id, { code: null, renderedLength: 0, renderedExports: [] }])),
})

const chunks = [
  file('start.js', [], ['/main.tsx'], true),
  file('app.js', ['start.js'], ['/shell.tsx']),
  file('page.js', ['app.js', 'icon.js'], ['/page.tsx']),
  file('icon.js', [], ['/icon.tsx']),
  file('other.js', [], ['/other.tsx']),
]

it('finds what a page imports, near and far, and tells it from what every page has', () => {
  const { own, entry } = filesOf(chunks, ['/page.tsx'])
  expect(own.toSorted()).toEqual(['app.js', 'icon.js', 'page.js'])
  expect(entry).toEqual(['start.js'])
})

it('refuses a module that was moved: its address would silently load slowly again', () => {
  expect(() => filesOf(chunks, ['/gone.tsx'])).toThrow('/gone.tsx is in no file of this build')
})
