import { onCleanup } from 'solid-js'
import { readDevice, writeDevice } from '../device/device-storage.ts'

const storageKey = 'mozhou.account'

/**
 * The browser's pages share the session's cookies: once another account has signed in on one of them, what a page still shows of this one,
 * and what is pressed there, would be the other's. Tells the other pages whose session it is, and calls `onOther` when they tell.
 */
export function watchAccount(accountId: string, onOther: () => void): void {
  if (readDevice(storageKey) !== accountId) writeDevice(storageKey, accountId)
  const listener = (event: StorageEvent) => {
    if (event.key === storageKey && event.newValue !== null && event.newValue !== accountId) onOther()
  }
  addEventListener('storage', listener)
  onCleanup(() => removeEventListener('storage', listener))
}
