import { createSignal } from 'solid-js'
import { forgetDevice, readDevice, writeDevice } from '../device/device-storage.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** Also read by public/boot.js, which runs before the first paint. */
const storageKey = 'mozhou.theme'

function storedTheme(): Theme {
  const stored = readDevice(storageKey)
  return themes.find((theme) => theme === stored) ?? 'system'
}

const [theme, setSignal] = createSignal<Theme>(storedTheme())

export { theme }

/** Pins light or dark, or follows the system again; remembered on this device, and taken over by its other tabs. */
export function setTheme(next: Theme): void {
  if (next === 'system') forgetDevice(storageKey)
  else writeDevice(storageKey, next)
  show(next)
}

function show(next: Theme): void {
  if (next === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = next
  setSignal(next)
}

window.addEventListener('storage', (event) => {
  if (event.key === storageKey || event.key === null) show(storedTheme())
})
