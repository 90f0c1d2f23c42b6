/** What this device, or this tab alone, remembers. Where a browser bars storage (private modes, full disk), it lasts as long as the page. */
type Area = 'device' | 'tab'

const forThisPage = { device: new Map<string, string>(), tab: new Map<string, string>() }

export function readDevice(key: string, area: Area = 'device'): string | null {
  return withStorage(
    area,
    (storage) => storage.getItem(key),
    () => forThisPage[area].get(key) ?? null,
  )
}

export function writeDevice(key: string, value: string, area: Area = 'device'): void {
  withStorage(
    area,
    (storage) => storage.setItem(key, value),
    () => void forThisPage[area].set(key, value),
  )
}

export function forgetDevice(key: string, area: Area = 'device'): void {
  withStorage(
    area,
    (storage) => storage.removeItem(key),
    () => void forThisPage[area].delete(key),
  )
}

/** Browsers bar storage by throwing a DOMException, already on reading `localStorage`; outside one there is none. */
function withStorage<Result>(area: Area, work: (storage: Storage) => Result, instead: () => Result): Result {
  try {
    if (typeof localStorage === 'undefined') return instead()
    return work(area === 'device' ? localStorage : sessionStorage)
  } catch (cause) {
    if (cause instanceof DOMException) return instead()
    throw cause
  }
}
