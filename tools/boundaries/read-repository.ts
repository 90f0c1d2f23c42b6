import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { PackageFile } from './package-rules.ts'
import type { SourceFile } from './source-file.ts'
import { toSourceFile } from './source-file.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Repository {
  files: SourceFile[]
  packages: PackageFile[]
}

/** Sources and package.json of every workspace, as they lie on the disk. Generated code is not ours to judge. */
export function readRepository(): Repository {
  const folders = ['packages', 'apps'].flatMap((parent) =>
    readdirSync(root + parent, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${parent}/${entry.name}`),
  )
  return { files: folders.flatMap(readSources), packages: folders.map(readPackage) }
}

function readSources(folder: string): SourceFile[] {
  return readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path) && !/\/(?:node_modules|dist|generated)\//.test(path))
    .filter((path) => /^[^/]+\/[^/]+\/(?:src|vite)\//.test(path))
    .map((path) => toSourceFile(path, readFileSync(root + path, 'utf8')))
}

const packageJson = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
})

function readPackage(folder: string): PackageFile {
  const path = `${folder}/package.json`
  const parsed = packageJson.parse(JSON.parse(readFileSync(root + path, 'utf8')))
  return {
    workspace: folder.split('/')[1] ?? '',
    path,
    dependencies: Object.keys(parsed.dependencies),
    devDependencies: Object.keys(parsed.devDependencies),
  }
}
