import { canInstallPackages, installPackages } from './apt.mjs'
import { findExecutable, isExecutable } from './find-executable.mjs'
import { missingFonts } from './fonts.mjs'
import { Problem } from './problem.mjs'

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const macChrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/**
 * A browser and Chinese fonts for the tests; sets CHROMIUM_PATH.
 * @param {import('./session.mjs').Session} session
 */
export function ensureChromium(session) {
  return session.reporter.step('Chromium', async (note) => {
    const missing = [...(findChromium(session.env) ? [] : ['chromium']), ...missingFonts()]
    if (missing.length > 0 && canInstallPackages(session.env)) {
      note(`installs ${missing.join(' ')}`)
      await installPackages(session, missing)
    }
    const path = findChromium(session.env)
    if (!path) throw noChromium()
    if (missingFonts().length > 0) session.reporter.say('! no Chinese fonts: text will show as boxes in screenshots')
    session.env.CHROMIUM_PATH = path
    note(path)
  })
}

/** @param {NodeJS.ProcessEnv} env */
function findChromium(env) {
  if (env.CHROMIUM_PATH) {
    if (isExecutable(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH
    throw new Problem(`CHROMIUM_PATH=${env.CHROMIUM_PATH} is not a program`, {
      fixes: ['mend or remove CHROMIUM_PATH'],
    })
  }
  return findExecutable(programs, env) ?? (isExecutable(macChrome) ? macChrome : null)
}

function noChromium() {
  return new Problem('the browser tests need Chromium or Chrome, and none was found', {
    fixes: [
      'Debian, Ubuntu: sudo apt-get install chromium fonts-noto-cjk fonts-noto-color-emoji',
      'macOS: install Google Chrome',
      'set CHROMIUM_PATH to a Chromium of your own',
    ],
  })
}
