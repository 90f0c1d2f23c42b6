import { forgetDevice, readDevice, writeDevice } from './device-storage.ts'

/** Something typed and not sent, as a text. */
export interface TabDraft {
  /** This tab's own, or else what the device keeps; null when there is nothing of the kind. */
  read: () => string | null
  /** Whether the device keeps it too. It does not where another tab has left a draft there since: then it stays with this tab alone. */
  write: (text: string) => boolean
  /** This tab's own, also where it is on the device; never another tab's. */
  forget: () => void
  /** From now on this tab's draft takes the place of the one on the device. */
  claim: () => void
}

/**
 * Kept in two places: with the tab, where it outlives a reload, and on the device, where the next tab finds it. All tabs share the second
 * one. What a tab finds there and has neither read nor written is another tab's, and is left alone.
 */
export function openTabDraft(key: string): TabDraft {
  // What of the device's is known here: after a reload, what this tab itself wrote.
  let known = readDevice(key, 'tab')
  return {
    read() {
      const own = readDevice(key, 'tab')
      known = own ?? readDevice(key)
      return known
    },
    write(text) {
      writeDevice(key, text, 'tab')
      const kept = readDevice(key)
      if (kept !== null && kept !== known) return false
      writeDevice(key, text)
      known = text
      return true
    },
    forget() {
      forgetDevice(key, 'tab')
      if (readDevice(key) === known) forgetDevice(key)
      known = null
    },
    claim() {
      known = readDevice(key)
    },
  }
}
