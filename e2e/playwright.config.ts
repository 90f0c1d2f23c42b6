import { defineConfig, devices } from '@playwright/test'
import { chromiumFlags } from './browser/chromium-flags.ts'
import { browserStack } from './browser/env.ts'

/** What the launcher has measured: a time-out must hold on slow machines too. */
const { slowness } = browserStack

/** Against the stack that `npm test -- e2e` brings up. What is worth a second look on a phone carries `@phone`. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: 'results',
  globalSetup: './browser/quicken-sandbox.ts',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 1,
  timeout: 60_000 * slowness,
  // Two cores carry the stack and two browsers: a step that takes half a second alone may take several.
  expect: { timeout: 15_000 * slowness },
  reporter: 'list',
  use: {
    baseURL: browserStack.webUrl,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 15_000 * slowness,
    navigationTimeout: 20_000 * slowness,
    // Without pictures of every frame: they cost a third of the run on two cores.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: browserStack.chromiumPath, args: chromiumFlags },
    // Colours that are still changing would be read halfway by the contrast check.
    contextOptions: { reducedMotion: 'reduce' },
  },
  projects: [
    { name: 'desktop', grepInvert: /@phone-only/, use: { viewport: { width: 1440, height: 900 } } },
    {
      name: 'phone',
      grep: /@phone/,
      use: {
        viewport: { width: 390, height: 844 },
        hasTouch: true,
        isMobile: true,
        userAgent: devices['Pixel 7'].userAgent,
      },
    },
  ],
})
