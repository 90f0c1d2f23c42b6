import type { Locale } from '@mozhou/contracts/accounts/locales'
import { createSignal } from 'solid-js'
import { readDevice, writeDevice } from '../device/device-storage.ts'

export const locales: readonly Locale[] = ['zh-CN', 'en']

/** Also read by public/boot.js, which sets <html lang> before the first paint. */
const storageKey = 'mozhou.locale'

const asLocale = (value: string | null | undefined): Locale | null =>
  value === 'en' || value === 'zh-CN' ? value : null

/** The browser's list is what it sends as Accept-Language; Chinese is the product's first language. */
function preferredLocale(languages: readonly string[]): Locale {
  for (const language of languages) {
    if (/^zh\b/i.test(language)) return 'zh-CN'
    if (/^en\b/i.test(language)) return 'en'
  }
  return languages.length === 0 ? 'zh-CN' : 'en'
}

const [locale, setSignal] = createSignal<Locale>(
  asLocale(readDevice(storageKey)) ?? preferredLocale(navigator.languages),
)

export { locale }

export function hasChosenLocale(): boolean {
  return asLocale(readDevice(storageKey)) !== null
}

/** Remembered on this device; the account's own choice is only taken where the device has none. */
export function chooseLocale(next: Locale): void {
  writeDevice(storageKey, next)
  showLocale(next)
}

export function showLocale(next: Locale): void {
  document.documentElement.lang = next
  setSignal(next)
}
