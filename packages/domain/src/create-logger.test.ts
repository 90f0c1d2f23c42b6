import { expect, it } from 'vitest'
import { createLogger } from './create-logger.ts'

it('hides secrets and content wherever they stand', () => {
  const lines: string[] = []
  const log = createLogger({ name: 'test', level: 'info' }, { write: (line: string) => void lines.push(line) })
  log.info({ password: 'geheim-1', req: { headers: { authorization: 'Bearer geheim-2', cookie: 'geheim-3' } } }, 'kept')
  log.info({ body: { apiKey: 'geheim-4', prompt: 'geheim-5' }, refreshToken: 'geheim-6' }, 'kept')
  expect(lines.join('')).not.toContain('geheim')
  expect(lines.join('').match(/kept/g)).toHaveLength(2)
})
