import { expect, it } from 'vitest'
import { pageScripts } from './page-scripts.ts'
import type { BuiltChunk } from './page-scripts.ts'

const chunk = (file: string, gzipBytes: number, modules: string[], imports: string[] = []): BuiltChunk => ({
  file,
  isEntry: file === 'index.js',
  modules: modules.map((module) => `/repository/${module}`),
  imports,
  gzipBytes,
})

const chunks = [
  chunk('index.js', 100, ['web/main.tsx'], ['solid.js']),
  chunk('solid.js', 10, ['solid.js']),
  chunk('login.js', 5, ['web/login.page.tsx'], ['form.js', 'solid.js']),
  chunk('form.js', 3, ['ui/form.tsx'], ['login.js']),
  chunk('story.js', 20, ['tools/story.ts'], ['sections.js']),
  chunk('resume.js', 25, ['tools/resume.ts']),
  chunk('sections.js', 8, ['tools/sections.ts']),
]

it('counts each file once that the entry and the page reach, rings included', () => {
  const login = pageScripts(chunks, { page: 'login', modules: ['web/login.page.tsx'], maxGzipBytes: 90 })
  expect(login.files.toSorted()).toEqual(['form.js', 'index.js', 'login.js', 'solid.js'])
  expect(login).toMatchObject({ page: 'login', gzipBytes: 118, maxGzipBytes: 90 })
})

it('takes the heaviest of what a page loads one of, with all that comes along', () => {
  const oneOf = ['/repository/tools/resume.ts', '/repository/tools/story.ts']
  const writing = pageScripts(chunks, { page: 'writing', modules: [], oneOf, maxGzipBytes: 180 })
  expect(writing.files).toContain('sections.js')
  expect(writing.gzipBytes).toBe(138)
})

it('does not take a page for light because a file has moved', () => {
  const budget = { page: 'login', modules: ['web/sign-in.page.tsx'], maxGzipBytes: 90 }
  expect(() => pageScripts(chunks, budget)).toThrow('login: no chunk of the build holds /web/sign-in.page.tsx')
})
