import { forgetDevice, readDevice, writeDevice } from '@mozhou/ui/device/device-storage'
import { createSignal } from 'solid-js'

const storageKey = 'mozhou.model'

/** null lets the API choose: the default, then the next in line. */
const [chosenModelId, setSignal] = createSignal<string | null>(readDevice(storageKey))

export { chosenModelId }

export function chooseModel(modelId: string | null): void {
  if (modelId === null) forgetDevice(storageKey)
  else writeDevice(storageKey, modelId)
  setSignal(modelId)
}
