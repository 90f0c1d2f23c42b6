import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { offlinePrismaEnvironment } from './env.ts'

const prismaPackage = createRequire(import.meta.url).resolve('prisma/package.json')
const command = path.join(path.dirname(prismaPackage), 'build', 'index.js')
const run = spawnSync(process.execPath, [command, 'generate', '--no-hints'], {
  cwd: path.join(import.meta.dirname, '..'),
  env: offlinePrismaEnvironment(),
  stdio: ['ignore', 'pipe', 'pipe'],
  encoding: 'utf8',
})
if (run.status !== 0) {
  console.error(`${run.stdout}${run.stderr}`)
  console.error('prisma generate failed: see the lines above; the schema is in packages/db/prisma/schema.')
  process.exitCode = 1
}
