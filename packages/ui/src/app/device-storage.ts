/** What this device remembers. Where a browser bars storage (private modes, full disk), it lasts as long as the page. */
const forThisPage = new Map<string, string>()

export function readDevice(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? forThisPage.get(key) ?? null
  } catch (cause) {
    return barred(cause) ? (forThisPage.get(key) ?? null) : null
  }
}

export function writeDevice(key: string, value: string): void {
  forThisPage.set(key, value)
  try {
    localStorage.setItem(key, value)
  } catch (cause) {
    if (!barred(cause)) throw cause
  }
}

export function forgetDevice(key: string): void {
  forThisPage.delete(key)
  try {
    localStorage.removeItem(key)
  } catch (cause) {
    if (!barred(cause)) throw cause
  }
}

function barred(cause: unknown): boolean {
  return cause instanceof DOMException && (cause.name === 'SecurityError' || cause.name === 'QuotaExceededError')
}
