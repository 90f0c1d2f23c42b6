import { forgetDevice, readDevice, writeDevice } from '@mozhou/ui/device/device-storage'

/** Uploads that this device has begun, by file: the same file chosen again, also after the page was closed, goes on where it was. */
export interface UploadMemory {
  find(file: File): string | null
  keep(file: File, path: string): void
  forget(file: File): void
}

const keyOf = ({ name, size, lastModified }: File) => `mozhou.upload:${lastModified}:${size}:${name}`

export const deviceUploads: UploadMemory = {
  find: (file) => readDevice(keyOf(file)),
  keep: (file, path) => writeDevice(keyOf(file), path),
  forget: (file) => forgetDevice(keyOf(file)),
}
