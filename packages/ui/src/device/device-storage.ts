/** What this device remembers. Where a browser bars storage (private modes, full disk), it lasts as long as the page. */
const forThisPage = new Map<string, string>()

export function readDevice(key: string): string | null {
  return withStorage(
    (storage) => storage.getItem(key),
    () => forThisPage.get(key) ?? null,
  )
}

export function writeDevice(key: string, value: string): void {
  withStorage(
    (storage) => storage.setItem(key, value),
    () => void forThisPage.set(key, value),
  )
}

export function forgetDevice(key: string): void {
  withStorage(
    (storage) => storage.removeItem(key),
    () => void forThisPage.delete(key),
  )
}

/** Browsers bar storage by throwing a DOMException, already on reading `localStorage`; outside one there is none. */
function withStorage<Result>(work: (storage: Storage) => Result, instead: () => Result): Result {
  try {
    return typeof localStorage === 'undefined' ? instead() : work(localStorage)
  } catch (cause) {
    if (cause instanceof DOMException) return instead()
    throw cause
  }
}
