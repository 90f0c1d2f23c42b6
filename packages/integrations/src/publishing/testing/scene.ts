import { readFileSync } from 'node:fs'
import { jsonOf, startVendorServer, type Script, type VendorServer } from '../../ai/testing/vendor-server.ts'

/** An answer as the platform gives it, from the folder of its connector. */
export function fixtureOf(platform: string, name: string): string {
  return readFileSync(new URL(`../vendors/${platform}/fixtures/${name}`, import.meta.url), 'utf8').trim()
}

export const answerOf = (platform: string, name: string): Script =>
  jsonOf(200, JSON.parse(fixtureOf(platform, `${name}.json`)))

export async function withServer(run: (server: VendorServer) => Promise<void>): Promise<void> {
  const server = await startVendorServer()
  try {
    await run(server)
  } finally {
    await server.stop()
  }
}
