import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { tools } from '@mozhou/contracts/tools/registry'
import openapiTS, { astToString } from 'openapi-typescript'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { documentIn } from './serve-document.ts'

const root = new URL('../../../../../', import.meta.url)
const tsc = fileURLToPath(new URL('node_modules/.bin/tsc', root))

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mozhou-client-'))
  // As its command writes it: with no option set.
  const document = JSON.stringify(documentIn('zh-CN'))
  await writeFile(join(folder, 'schema.ts'), astToString(await openapiTS(document)))
})
afterAll(() => rm(folder, { recursive: true }))

const bodyType = `
import type { paths } from './schema'
type Body<Path extends keyof paths> =
  paths[Path]['post'] extends { requestBody?: { content: { 'application/json': infer Body } } } ? Body : never
`

/** What the compiler has to say of a program that uses the generated types. */
async function complaintsOf(program: string): Promise<string> {
  const file = join(folder, 'example.ts')
  await writeFile(file, `${bodyType}${program}`)
  const options = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--ignoreConfig', '--types', '']
  return promisify(execFile)(tsc, [...options, file]).then(
    () => '',
    (failure: { stdout: string }) => failure.stdout,
  )
}

const generatePath = (tool: string) => `/writing/${tool.replaceAll('-', '_')}/generate`

it('compiles the README’s own requests', async () => {
  const readme = await readFile(new URL('README.md', root), 'utf8')
  const calls = [...readme.matchAll(/\$API(\/\S+) .*?-d '(\{.*?\})'/g)]
  expect(calls.map(([, path]) => path)).toEqual(['/auth/login', generatePath('wechat-article')])
  const program = calls.map(([, path, body], index) => `export const call${index}: Body<'${path}'> = ${body}`)
  expect(await complaintsOf(program.join('\n'))).toBe('')
})

it('compiles each tool’s example for its own path, in either shape, and no field of another’s', async () => {
  const program = Object.values(tools).flatMap(({ key, example }) => {
    const [path, name, form] = [generatePath(key), key.replaceAll('-', '_'), JSON.stringify(example)]
    return [
      `export const ${name}: Body<'${path}'>[] = [{ input: ${form} }, ${form}]`,
      '// @ts-expect-error: misspelt',
      `export const ${name}_wrong: Body<'${path}'> = { input: { ...${form}, lenght: 1 } }`,
    ]
  })
  const rules = [
    `export const shorter: Body<'/writing/{creation_id}/optimize'> = { goal: 'shorter' }`,
    `export const custom: Body<'/writing/{creation_id}/optimize'> = { goal: 'custom', instruction: '更具体' }`,
    '// @ts-expect-error: custom needs an instruction',
    `export const bare: Body<'/writing/{creation_id}/optimize'> = { goal: 'custom' }`,
  ]
  expect(await complaintsOf([...program, ...rules].join('\n'))).toBe('')
})
