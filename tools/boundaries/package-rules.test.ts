import { describe, expect, it } from 'vitest'
import { checkDeclared, checkPackageFiles } from './package-rules.ts'
import { readRepository } from './read-repository.ts'
import { toSourceFile } from './source-file.ts'

const { files, packages } = readRepository()

describe('package.json', () => {
  const planted = (workspace: string, dependencies: string[], devDependencies: string[] = []) => ({
    workspace,
    path: `packages/${workspace}/package.json`,
    dependencies,
    devDependencies,
  })

  it('lists only workspaces that the table allows', () => {
    expect(checkPackageFiles(packages)).toEqual([])
    expect(checkPackageFiles([planted('contracts', ['@mozhou/domain'])])).toHaveLength(1)
    expect(checkPackageFiles([planted('sandbox', [], ['@mozhou/contracts'])])).toHaveLength(1)
    expect(checkPackageFiles([planted('api', ['@mozhou/db', 'zod'])])).toEqual([])
  })

  it('lists every package that its sources import', () => {
    expect(checkDeclared(files, packages)).toEqual([])
    const source = toSourceFile('packages/domain/src/a.ts', `import { z } from 'zod'`)
    expect(checkDeclared([source], [planted('domain', [])])).toHaveLength(1)
    expect(checkDeclared([source], [planted('domain', [], ['zod'])])).toHaveLength(1)
    expect(checkDeclared([source], [planted('domain', ['zod'])])).toEqual([])
    const test = toSourceFile('packages/domain/src/a.test.ts', `import { it } from 'vitest'`)
    expect(checkDeclared([test], [planted('domain', [])])).toEqual([])
  })
})
