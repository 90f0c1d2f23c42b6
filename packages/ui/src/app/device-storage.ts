/** What this device remembers. Where a browser bars storage (private modes, full disk), it lasts as long as the page. */
const forThisPage = new Map<string, string>()

export function readDevice(key: string): string | null {
  return attempt((storage) => storage.getItem(key)) ?? forThisPage.get(key) ?? null
}

export function writeDevice(key: string, value: string): void {
  forThisPage.set(key, value)
  attempt((storage) => storage.setItem(key, value))
}

export function forgetDevice(key: string): void {
  forThisPage.delete(key)
  attempt((storage) => storage.removeItem(key))
}

/** Browsers bar storage by throwing a DOMException, already on reading `localStorage`; outside one there is none. */
function attempt<Result>(work: (storage: Storage) => Result): Result | null {
  try {
    return typeof localStorage === 'undefined' ? null : work(localStorage)
  } catch (cause) {
    if (cause instanceof DOMException) return null
    throw cause
  }
}
