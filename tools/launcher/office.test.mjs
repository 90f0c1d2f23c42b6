import { expect, test } from 'vitest'
import { ensureOffice } from './office.mjs'

test('a machine without LibreOffice, where nothing can be installed, is told what to install', async () => {
  const env = { PATH: '/nowhere' }
  const reporter = {
    step: (/** @type {string} */ _name, /** @type {Function} */ work) => work(() => {}),
    say: () => {},
  }
  const session = /** @type {any} */ ({ env, reporter })
  await expect(ensureOffice(session)).rejects.toMatchObject({
    message: expect.stringContaining('LibreOffice'),
    fixes: [expect.stringContaining('libreoffice-writer-nogui'), expect.stringContaining('brew')],
  })
})
